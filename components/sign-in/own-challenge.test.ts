import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { challengeText } from "#lib/pgp/challenge.ts";
import { challengeIssuedAt } from "./own-challenge.ts";

const here = { origin: "https://portal.example", fingerprint: "0123456789ABCDEF0123456789ABCDEF01234567" };
const issuedAt = new Date("2026-11-22T09:12:31Z");
const text = challengeText({ ...here, nonce: "n0nce", preLoginHash: "ab", issuedAt, expiresAt: addDays(issuedAt, 1) });

describe("a text that a portal asks to sign", () => {
  test("is signed where it is a sign-in here with this key, at the portal's time", () => {
    expect(challengeIssuedAt(text, here)).toEqual(issuedAt);
  });

  test.each([
    ["another site's", text.replace(here.origin, "https://evil.example")],
    ["for another key", text.replace("Key: 0", "Key: F")],
    ["with something added", `${text}\nPublish: everything`],
    ["with something before it", `Publish: everything\n${text}`],
    ["without its purpose", text.replace("Purpose", "Note")],
    ["without an instant", text.replace("Issued: 2026", "Issued: soon")],
    ["a roster", '{\n  "type": "fortnight roster"\n}'],
    ["empty", ""],
  ])("is not signed where it is %s", (_, other) => {
    expect(challengeIssuedAt(other, here)).toBeNull();
  });
});
