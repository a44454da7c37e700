const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Most headers in one request; browsers send some thirty. */
export const maximumHeaders = 100;

/** Most bytes of a request's line and headers together. Node answers what is over it with 431. */
export const maximumHeaderBytes = 16 * kibibyte;

/** How long a client may take. Beyond it the connection is closed; a slow client costs no more than its socket. */
export const timeoutsMs = { headers: 15_000, request: 120_000, keepAlive: 10_000, idle: 130_000, refresh: 20_000 };

/** How long a process that is asked to end still takes new connections, and then what is under way. */
export const endingMs = { notice: 1_000, drain: 20_000 };

/** The most bytes of body by path; the first pattern that fits counts. */
const bodyLimits: readonly (readonly [pattern: RegExp, bytes: number])[] = [
  // 25 MiB of attachments, as base64 within a sealed MIME entity.
  [/^\/api\/v1\/(reports|reports\/[^/]+\/messages|receipt\/messages)$/, 40 * mebibyte],
  [/^\/api\/auth\//, 64 * kibibyte],
];

/** The most bytes that large bodies, of more than `smallBodyBytes`, may take together in one process: four of the largest. */
export const maximumLargeBytes = 160 * mebibyte;
export const smallBodyBytes = mebibyte;

/** Forms, server actions and the rest of the API. Next refuses an action's body over it too, but with status 500. */
const bodyLimitElsewhere = mebibyte;

/**
 * The most bytes of body that a request may bring.
 *
 * @param path - Percent-decoded, without the query.
 */
export function bodyLimitBytes(method: string, path: string): number {
  if (method === "GET" || method === "HEAD") return 0;
  return bodyLimits.find(([pattern]) => pattern.test(path))?.[1] ?? bodyLimitElsewhere;
}
