import { describe, expect, test } from "vitest";
import type { CommitmentSignature, SignatureVerdict } from "#lib/pgp/client.ts";
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

const none: CommitmentSignature = { outcome: "none" };
const unsigned: readonly SignatureVerdict[] = [];
const good = [verdict("verified", ada.name)];

const words = (signatures: readonly SignatureVerdict[], commitmentSignature: CommitmentSignature = none) =>
  signatureWords({ signatures, commitmentSignature }, ada);

describe("what is said of a signature", () => {
  test.each([
    [unsigned, "note"],
    [good, "success"],
    [[verdict("verified", "Eve (Elsewhere)")], "advice"],
    [[verdict("expired-or-revoked-now", ada.name)], "advice"],
    [[verdict("unknown-signer")], "advice"],
    [[verdict("bad")], "refusal"],
  ])("case %#: %j", (signatures, tone) => {
    expect(words(signatures).tone).toBe(tone);
  });

  test("of two signatures the worse one counts", () => {
    const { tone, sentence } = words([verdict("verified", ada.name), verdict("bad")]);
    expect(tone).toBe("refusal");
    expect(sentence).toContain(keyId);
  });

  test("another signer than the one whom the portal names is named beside them", () => {
    const { sentence } = words([verdict("verified", "Eve (Elsewhere)")]);
    expect(sentence).toContain("Eve (Elsewhere)");
    expect(sentence).toContain(ada.name);
  });
});

describe("what is said of the signature over the commitment", () => {
  test.each<{ signature: CommitmentSignature; signed: string; bare: string }>([
    { signature: none, signed: "success", bare: "note" },
    { signature: { outcome: "author" }, signed: "success", bare: "success" },
    { signature: { outcome: "author-key-not-valid-now" }, signed: "advice", bare: "advice" },
    { signature: { outcome: "another", name: "Eve (Elsewhere)" }, signed: "advice", bare: "advice" },
    { signature: { outcome: "unknown", keyId }, signed: "advice", bare: "advice" },
    { signature: { outcome: "does-not-fit" }, signed: "refusal", bare: "refusal" },
  ])("$signature.outcome: $signed beside a good signature inside, $bare without one", ({ signature, signed, bare }) => {
    expect(words(good, signature).tone).toBe(signed);
    expect(words(unsigned, signature).tone).toBe(bare);
  });

  test("makes nothing better that is wrong inside", () => {
    expect(words([verdict("bad")], { outcome: "author" }).tone).toBe("refusal");
    expect(words([verdict("verified", "Eve (Elsewhere)")], { outcome: "author" }).tone).toBe("advice");
  });

  test("leaves the portal's word alone only where nobody signed anything", () => {
    expect(words(unsigned).sentence).toContain("portal's word");
    expect(words(unsigned, { outcome: "author" }).sentence).not.toContain("portal's word");
  });
});
