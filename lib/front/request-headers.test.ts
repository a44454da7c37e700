import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { pagePolicy } from "./content-security-policy.ts";
import { clientAddressOf } from "./request-headers.ts";

function requestFrom(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  return { headers: { "x-forwarded-for": forwardedFor }, socket: { remoteAddress } } as unknown as IncomingMessage;
}

test.each([
  { remote: "203.0.113.7", forwarded: undefined, client: "203.0.113.7" },
  { remote: "::ffff:203.0.113.7", forwarded: undefined, client: "203.0.113.7" },
  { remote: "127.0.0.1", forwarded: "198.51.100.1", client: "198.51.100.1" },
  { remote: "127.0.0.1", forwarded: "6.6.6.6, 198.51.100.1", client: "198.51.100.1" },
  { remote: "127.0.0.1", forwarded: "2001:db8::1", client: "2001:db8::1" },
  { remote: "127.0.0.1", forwarded: "unknown", client: "127.0.0.1" },
  { remote: "127.0.0.1", forwarded: "", client: "127.0.0.1" },
])("behind a proxy, $forwarded over $remote is $client", ({ remote, forwarded, client }) => {
  expect(clientAddressOf(requestFrom(remote, forwarded), true)).toBe(client);
});

test("without a proxy nobody can say where they come from", () => {
  expect(clientAddressOf(requestFrom("203.0.113.7", "6.6.6.6"), false)).toBe("203.0.113.7");
});

test("a page's policy enforces Trusted Types and lets nothing in from elsewhere", () => {
  const policy = pagePolicy("bm9uY2U=", true);
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("upgrade-insecure-requests");
  expect(policy).not.toMatch(/\*|https:|unsafe/);
});
