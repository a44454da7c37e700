/** Shared with the HTTP front, which has this module a second time, outside of Next's bundles. */
const kept = globalThis as typeof globalThis & { fortnightDatabaseLosses?: Partial<Record<Loss, number>> };

/** `full`: it is there, and has no room on its disk. `away`: all else that keeps it from answering. */
export type Loss = "away" | "full";

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

/** SQLSTATE's disk_full. */
const diskFull = "53100";

/** What the driver says without a code. */
const wordless =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to|Query read timeout)/;

/** Remembers when an error says that the database is lost, for whoever has to answer for it; it is for the caller to throw. */
export function noteLoss(error: unknown): void {
  const loss = lossIn(error, 0);
  if (loss !== null) kept.fortnightDatabaseLosses = { ...kept.fortnightDatabaseLosses, [loss]: performance.now() };
}

/** How a question to the database has been lost since an instant of `performance.now()`, or null where none was. */
export function lossSince(atMs: number): Loss | null {
  const { full = -Infinity, away = -Infinity } = kept.fortnightDatabaseLosses ?? {};
  if (full >= atMs) return "full";
  return away >= atMs ? "away" : null;
}

function lossIn(error: unknown, depth: number): Loss | null {
  if (typeof error !== "object" || error === null || depth > 4) return null;
  const { code, originalCode, kind, message, cause, meta } = error as Readonly<Record<string, unknown>>;
  const said = [code, originalCode, kind].filter((name) => typeof name === "string");
  if (said.includes(diskFull)) return "full";
  const isNamed = said.some((name) => names.has(name) || stateClass.test(name));
  if (isNamed || (typeof message === "string" && wordless.test(message))) return "away";
  const driverError = (meta as { readonly driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return lossIn(cause, depth + 1) ?? lossIn(driverError, depth + 1);
}
