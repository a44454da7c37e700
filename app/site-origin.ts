import { webConfig } from "#lib/config/web.ts";

/** Scheme, host and port of this portal as configured: a request's own headers are never asked. */
export function siteOrigin(): string {
  return webConfig().origin;
}
