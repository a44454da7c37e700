import { callbackCookieName } from "#lib/config/callback-cookie.ts";

/** `__Host-`: sent to this very host over a secure channel only, and set by nobody but it (RFC 6265bis). */
export const cookieNames = {
  session: "__Host-fortnight-session",
  csrf: "__Host-fortnight-csrf",
  callback: callbackCookieName,
  /** A random value that binds a sign-in challenge to the browser that asked for it. */
  beforeSignIn: "__Host-fortnight-before-sign-in",
} as const;

/** A `Set-Cookie` header for this host alone, out of reach of scripts and of what other sites send. */
export function setCookie(name: string, value: string, expiresAt: Date): string {
  return `${name}=${value}; Path=/; Expires=${expiresAt.toUTCString()}; Secure; HttpOnly; SameSite=Strict`;
}

/** The value of one cookie in a `Cookie` header, or null. */
export function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
