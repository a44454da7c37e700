import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { signCommand } from "./sign-command.ts";

const fingerprint = "0123456789ABCDEF0123456789ABCDEF01234567";

/** What a shell would hand to gpg: its arguments and its input. */
function askedOfGpg(challenge: string): string {
  const script = `gpg() { printf '%s ' "$@"; echo; cat; }\n${signCommand(challenge, fingerprint)}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" });
}

describe("the command that signs a challenge", () => {
  test("gpg gets the key and the text, character by character", () => {
    const challenge = "fortnight sign-in v1\nSite: https://portal.example\nNonce: $(id) `id` \\ ' \"";
    expect(askedOfGpg(challenge)).toBe(`--local-user ${fingerprint} --clearsign \n${challenge}\n`);
  });

  test("a text that tries to end itself early runs nothing", () => {
    const challenge = "CHALLENGE\ntouch /nowhere\nCHALLENGE_END";
    expect(askedOfGpg(challenge)).toContain(challenge);
  });
});
