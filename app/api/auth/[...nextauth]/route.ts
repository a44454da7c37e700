import nextAuth from "next-auth";
import { authOptions } from "#lib/auth/next-auth-options.ts";
import { notFound } from "../../_answers/problem-response.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const answer = nextAuth as unknown as (request: Request, context: Context, options: object) => Promise<Response>;

/** What next-auth asks for before a sign-in: its CSRF token. Of its other doors nobody needs one, and some fail. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return (await isAskedFor(context, "csrf")) ? answer(request, context, authOptions()) : notFound();
}

/** The callback that takes the signed challenge. Signing out is ours: it ends every session. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return (await isAskedFor(context, "callback/challenge")) ? answer(request, context, authOptions()) : notFound();
}

async function isAskedFor({ params }: Context, door: string): Promise<boolean> {
  return (await params).nextauth.join("/") === door;
}
