import type { IncomingMessage } from "node:http";
import { badHost, crossSite, otherHost, type Refusal } from "./refusal.ts";

/** Why a request for this host is refused, or null. */
export function hostRefusal(request: IncomingMessage, host: string): Refusal | null {
  const given = request.headersDistinct.host ?? [];
  const [only] = given;
  if (given.length !== 1 || only === undefined || !/^[a-z0-9.:[\]-]+$/i.test(only)) return badHost;
  return only.toLowerCase() === host ? null : otherHost;
}

/** Whether a request names this machine itself, by another name than the site's own. */
export function namesLoopback(request: IncomingMessage, port: number): boolean {
  const names = ["127.0.0.1", "[::1]", "localhost"].map((name) => `${name}:${String(port)}`);
  return names.includes(request.headers.host ?? "");
}

/**
 * Why a request that may change something is refused as sent from another site, or null.
 *
 * Browsers say in `Origin` where a request comes from, and in `Sec-Fetch-Site` how that relates to us. Programs such as
 * curl say neither; they are let in to the API alone, and without a cookie: there a token counts.
 *
 * @param path - Percent-decoded, without the query.
 */
export function crossSiteRefusal(request: IncomingMessage, path: string, origin: string): Refusal | null {
  if (request.method === "GET" || request.method === "HEAD") return null;

  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return crossSite;
  if (request.headers.origin !== undefined) return request.headers.origin === origin ? null : crossSite;
  if (site !== undefined) return null;
  return path.startsWith("/api/v1/") && request.headers.cookie === undefined ? null : crossSite;
}
