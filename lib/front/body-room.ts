import type { IncomingMessage, ServerResponse } from "node:http";
import { maximumLargeBytes, smallBodyBytes } from "./limits.ts";

/** What the large bodies that are not answered yet take, or will. */
let takenBytes = 0;

/**
 * Whether there is memory for a request's body, which is then kept for it until it is answered. Small ones always have
 * room: large ones do not keep an ordinary report out. One that does not say its length is taken for as large as it may be.
 */
export function takeRoom(request: IncomingMessage, response: ServerResponse, limitBytes: number): boolean {
  const isEndless = request.headers["transfer-encoding"] !== undefined;
  const bytes = isEndless ? limitBytes : Number(request.headers["content-length"] ?? 0);
  if (bytes <= smallBodyBytes) return true;
  if (takenBytes + bytes > maximumLargeBytes) return false;
  takenBytes += bytes;
  response.once("close", () => (takenBytes -= bytes));
  return true;
}
