import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { webConfig } from "#lib/config/web.ts";
import { clientAddress } from "./client-address.ts";
import { cookieNames } from "./cookies.ts";
import { endFormerSession } from "./former-session.ts";
import { signIn } from "./sign-in.ts";
import { startSession, sessionMaximumMs } from "./session-row.ts";

declare module "next-auth" {
  interface Session {
    sessionId?: string;
  }
  interface User {
    sessionId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

const hostCookie = { httpOnly: true, sameSite: "strict", path: "/", secure: true } as const;

/**
 * next-auth keeps the cookie; who it stands for is a row of ours, looked at on every request. Its own log is off: it
 * would print what people signed.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: webConfig().secret,
    session: { strategy: "jwt", maxAge: sessionMaximumMs / 1000 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name: cookieNames.session, options: hostCookie },
      csrfToken: { name: cookieNames.csrf, options: hostCookie },
      callbackUrl: { name: cookieNames.callback, options: hostCookie },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [
      credentialsProvider({
        id: "challenge",
        name: "Signed challenge",
        credentials: { signed: {}, proof: {} },
        async authorize(credentials, request) {
          const now = new Date();
          const headers = new Headers((request.headers ?? {}) as Record<string, string>);
          const answer = {
            signed: credentials?.signed ?? "",
            proof: credentials?.proof ?? "",
            cookieHeader: headers.get("cookie") ?? "",
            clientAddress: clientAddress({ headers }),
          };
          const member = await signIn(answer, now);
          if (!member.ok) {
            const { code, facts } = member.problem;
            throw new Error(JSON.stringify({ code, facts })); // next-auth hands the page this text and no more
          }
          await endFormerSession(answer.cookieHeader, now);
          return { id: member.value, sessionId: await startSession(member.value, now) };
        },
      }),
    ],
    callbacks: {
      // At sign-in next-auth hands over what `authorize` gave; later only the token.
      jwt: ({ token, user }) => ("sessionId" in Object(user) ? { sessionId: user.sessionId } : token),
      session: ({ token }) => ({
        expires: "",
        ...(token.sessionId === undefined ? {} : { sessionId: token.sessionId }),
      }),
      redirect: ({ baseUrl }) => baseUrl,
    },
  };
}
