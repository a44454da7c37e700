/** Shared with the HTTP front, which has this module a second time, outside of Next's bundles. */
const kept = globalThis as typeof globalThis & { fortnightDatabaseLostAtMs?: number };

/**
 * How Prisma, its adapter and Node.js name a database that is not there or cannot go on: out of reach, out of connections
 * or out of time.
 */
const names = new Set([
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"],
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
]);

/** SQLSTATE's classes of lost connections, of lacking space, of an operator's hand, and of trouble with the system. */
const stateClass = /^(?:08|53|57P|58)[0-9A-Z]{2,3}$/;

/** What the driver says without a code. */
const wordless =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to|Query read timeout)/;

/** Remembers when an error says that the database is lost, for whoever has to answer for it; it is for the caller to throw. */
export function noteLoss(error: unknown): void {
  if (tellsOfLoss(error, 0)) kept.fortnightDatabaseLostAtMs = performance.now();
}

/** Whether a question to the database has been lost since an instant of `performance.now()`. */
export function wasLostSince(atMs: number): boolean {
  return (kept.fortnightDatabaseLostAtMs ?? -Infinity) >= atMs;
}

function tellsOfLoss(error: unknown, depth: number): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { code, originalCode, kind, message, cause, meta } = error as Readonly<Record<string, unknown>>;
  const isNamed = [code, originalCode, kind].some(
    (name) => typeof name === "string" && (names.has(name) || stateClass.test(name)),
  );
  if (isNamed || (typeof message === "string" && wordless.test(message))) return true;
  const driverError = (meta as { readonly driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return tellsOfLoss(cause, depth + 1) || tellsOfLoss(driverError, depth + 1);
}
