import type { ServerResponse } from "node:http";
import { inertPolicy, pagePolicy, scriptPolicy } from "./content-security-policy.ts";

const offFeatures = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "compute-pressure",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "keyboard-map",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "sync-xhr",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

const twoYearsSeconds = 63_072_000;

const everywhere = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "origin-agent-cluster": "?1",
  "permissions-policy": offFeatures.map((feature) => `${feature}=()`).join(", "),
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "x-dns-prefetch-control": "off",
};

/** Sets the headers that every answer carries. A route may replace the policy by a stricter one of its own. */
export function setSecurityHeaders(response: ServerResponse, path: string, nonce: string, isHttps: boolean): void {
  for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
  if (isSecret(path)) response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("content-security-policy", policyOf(path, nonce, isHttps));
  if (isHttps) response.setHeader("strict-transport-security", `max-age=${String(twoYearsSeconds)}; includeSubDomains`);
}

function policyOf(path: string, nonce: string, isHttps: boolean): string {
  if (path.startsWith("/_next/")) return scriptPolicy;
  return path.startsWith("/api/") || isSecret(path) ? inertPolicy : pagePolicy(nonce, isHttps);
}

/** Whether the address is a way in by itself, as that of somebody's calendar, and so to be told to nobody. */
function isSecret(path: string): boolean {
  return path.startsWith("/calendar/");
}
