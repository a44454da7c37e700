import { describe, expect, test } from "vitest";
import { signInRefusal } from "./sign-in-refusal.ts";

function addressWith(error: string): string {
  return `https://portal.example/api/auth/signin?csrf=true&error=${encodeURIComponent(error)}`;
}

describe("a refused sign-in", () => {
  test.each([
    { code: "SIGN_IN_REPLAYED", facts: {} },
    { code: "SIGN_IN_CLOCK", facts: { differenceSeconds: 90_000 } },
    { code: "SIGN_IN_OTHER_SITE", facts: { origin: "https://evil.example" } },
  ])("$code is said with its facts", (problem) => {
    const { code, wrong } = signInRefusal(addressWith(JSON.stringify(problem)));
    expect(code).toBe(problem.code);
    for (const fact of Object.values(problem.facts)) expect(wrong).toContain(String(fact));
  });

  test.each([
    addressWith("CredentialsSignin"),
    addressWith('{"code":"NO_SUCH_CODE","facts":{}}'),
    addressWith("{}"),
    addressWith("null"),
    "https://portal.example/",
    "not an address\u0000//",
    "",
  ])("what is no refusal of ours, %s, is a fault of the portal", (address) => {
    expect(signInRefusal(address).code).toBe("NETWORK_DOWN");
  });
});
