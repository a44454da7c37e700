import nextAuth from "next-auth";
import { authOptions } from "#lib/auth/next-auth-options.ts";

type Handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

const answer = nextAuth(authOptions) as Handler;

export { answer as GET, answer as POST };
