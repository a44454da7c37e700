import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { callbackCookieName } from "#lib/config/callback-cookie.ts";
import { internalHeaders } from "#lib/config/internal-headers.ts";

const removedNames = new Set(["forwarded", "x-real-ip", "x-http-method-override", "x-original-url", "x-rewrite-url"]);
const removedBeginnings = ["x-fortnight-", "x-forwarded-", "x-middleware-", "x-invoke-", "x-matched-path", "x-now-"];

export type InternalFacts = {
  readonly clientAddress: string;
  readonly nonce: string;
  readonly contentSecurityPolicy: string;
  readonly isHttps: boolean;
};

/**
 * Takes from a request every header by which a client could speak as a proxy, as Next itself or as this front, and adds
 * what the front has found out.
 */
export function replaceInternalHeaders({ headers }: IncomingMessage, facts: InternalFacts): void {
  for (const name of Object.keys(headers)) {
    if (removedNames.has(name) || removedBeginnings.some((beginning) => name.startsWith(beginning))) {
      Reflect.deleteProperty(headers, name);
    }
  }
  dropCookie(headers, callbackCookieName);
  headers[internalHeaders.clientAddress] = facts.clientAddress;
  headers[internalHeaders.nonce] = facts.nonce;
  headers["x-forwarded-for"] = facts.clientAddress;
  headers["x-forwarded-proto"] = facts.isHttps ? "https" : "http";
  // Next reads the nonce for its own scripts out of the policy on the request.
  headers["content-security-policy"] = facts.contentSecurityPolicy;
}

/** Where people are led is ours to say; next-auth would fail with status 500 at what an odd cookie says of it. */
function dropCookie(headers: IncomingHttpHeaders, name: string): void {
  if (headers.cookie === undefined) return;
  const kept = headers.cookie.split(/; */).filter((pair) => !pair.startsWith(`${name}=`));
  if (kept.length > 0) headers.cookie = kept.join("; ");
  else delete headers.cookie;
}

/**
 * The client's IP address: the socket's, or the last that a trusted proxy has added to `X-Forwarded-For`. Whatever
 * stands before the last hop was written by the client.
 */
export function clientAddressOf(request: IncomingMessage, trustsProxy: boolean): string {
  const forwarded =
    String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .at(-1)
      ?.trim() ?? "";
  const address = trustsProxy && isIP(forwarded) !== 0 ? forwarded : (request.socket.remoteAddress ?? "");
  return address.replace(/^::ffff:(?=\d+\.)/, "");
}
