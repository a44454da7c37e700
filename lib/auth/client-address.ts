import "server-only";
import { internalHeaders } from "#lib/config/internal-headers.ts";

/** The address that a request came from, as our HTTP front has seen it. For rate limits only; it is not stored. */
export function clientAddress(request: { readonly headers: Headers }): string {
  return request.headers.get(internalHeaders.clientAddress) ?? "unknown";
}
