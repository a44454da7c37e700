import { describe, expect, test } from "vitest";
import type { SignatureVerdict } from "#lib/pgp/client.ts";
import { signatureWords } from "./signature-words.ts";

const ada = { name: "Ada (Debian)" };
const keyId = "0123456789ABCDEF";

function verdict(kind: SignatureVerdict["verdict"], name: string | null = null): SignatureVerdict {
  return {
    verdict: kind,
    verifiedBy: name === null ? null : { fingerprint: "A".repeat(40), name },
    keyId,
    signedAt: new Date("2026-11-22T09:00:00Z"),
  };
}

describe("what is said of a signature", () => {
  test.each([
    [[], "note"],
    [[verdict("verified", ada.name)], "success"],
    [[verdict("verified", "Eve (Elsewhere)")], "advice"],
    [[verdict("expired-or-revoked-now", ada.name)], "advice"],
    [[verdict("unknown-signer")], "advice"],
    [[verdict("bad")], "refusal"],
  ])("case %#: %j", (signatures, tone) => {
    expect(signatureWords(signatures, ada).tone).toBe(tone);
  });

  test("of two signatures the worse one counts", () => {
    const words = signatureWords([verdict("verified", ada.name), verdict("bad")], ada);
    expect(words.tone).toBe("refusal");
    expect(words.sentence).toContain(keyId);
  });

  test("another signer than the one whom the portal names is named beside them", () => {
    const { sentence } = signatureWords([verdict("verified", "Eve (Elsewhere)")], ada);
    expect(sentence).toContain("Eve (Elsewhere)");
    expect(sentence).toContain(ada.name);
  });
});
