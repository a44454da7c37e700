import nextAuth from "next-auth";
import { authOptions } from "#lib/auth/next-auth-options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const answer = nextAuth as unknown as (request: Request, context: Context, options: object) => Promise<Response>;

/** What next-auth asks for around a sign-in: its CSRF token, and the callback that takes the signed challenge. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, context, authOptions());
}

export async function POST(request: Request, context: Context): Promise<Response> {
  return answer(request, context, authOptions());
}
