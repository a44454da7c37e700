import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { gpgReplyCommand } from "./gpg-reply.ts";

const fingerprints = ["A".repeat(40), "B".repeat(40)];

test("gpg is asked for every reader by fingerprint, and nobody else", () => {
  const command = gpgReplyCommand({
    origin: "https://portal.example",
    listName: "distros",
    fingerprints,
    certificateFiles: ["reporter.pgp"],
  });
  const script = `curl() { echo curl "$@"; }\ngpg() { echo gpg "$@"; }\n${command}`;
  const [fetched, imported, sealed] = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\n");
  expect(fetched).toContain("--output roster.asc https://portal.example/lists/distros/roster.asc");
  expect(imported).toBe("gpg --import roster.asc reporter.pgp");
  expect(sealed).toBe(
    `gpg --trust-model always --no-encrypt-to --armor --sign --encrypt -r ${"A".repeat(40)} -r ${"B".repeat(40)} --output reply.asc reply.txt`,
  );
});
