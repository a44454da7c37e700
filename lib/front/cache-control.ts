import type { ServerResponse } from "node:http";

/** Where what is shown is the same for everybody and may be kept by caches as the route says. */
const publicBeginnings = ["/_next/static/", "/fonts/", "/icon", "/favicon.ico", "/robots.txt", "/verified/", "/feeds/"];

/**
 * Sees to it, at the moment the answer's headers are written, that no cache keeps what is not public, whatever the
 * route or Next has said.
 *
 * @param path - Percent-decoded, without the query.
 */
export function keepOutOfCaches(response: ServerResponse, path: string): void {
  const isPublic = publicBeginnings.some((beginning) => path.startsWith(beginning));
  const writeHead = response.writeHead.bind(response) as (...head: readonly unknown[]) => ServerResponse;
  const writePrivateHead = (...head: readonly unknown[]) => {
    const mayBeKept = isPublic && response.statusCode < 400 && response.hasHeader("cache-control");
    if (!mayBeKept && !response.headersSent) response.setHeader("cache-control", "private, no-store");
    return writeHead(...head);
  };
  Object.assign(response, { writeHead: writePrivateHead });
}
