import "server-only";
import { createHmac } from "node:crypto";
import { webConfig } from "#lib/config/web.ts";

/** HMAC-SHA-256 under the site's secret, 32 bytes. Each purpose has a key of its own. */
export function keyedHash(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const purposeKey = createHmac("sha256", webConfig().secret).update(`fortnight ${purpose} v1`).digest();
  return new Uint8Array(createHmac("sha256", purposeKey).update(text).digest());
}
