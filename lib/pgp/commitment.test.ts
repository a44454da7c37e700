import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, unshared, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { checkCommitment, commitmentOf } from "./commitment.ts";
import { judgeCommitmentSignature, signCommitment } from "./commitment-signature.ts";
import { checkDisclosure } from "./disclose.ts";
import { freshKey, type FreshKey } from "./fixtures/fresh-key.ts";
import { seal, type SealedEnvelope } from "./seal.ts";
import { newSessionKey } from "./session-key.ts";
import type { SignerCertificate } from "./signature-verdict.ts";

const at = new Date("2026-03-02T09:00:00Z");
const entity = utf8("Content-Type: text/plain\r\n\r\nsecret\n");

let ada: FreshKey;
let grace: FreshKey;
let sealed: SealedEnvelope;

beforeAll(async () => {
  [ada, grace] = await Promise.all([freshKey("Ada"), freshKey("Grace")]);
  sealed = expectOk(await seal({ entity, readers: [ada, grace], signer: ada.key, at }));
});

const flipped = (bytes: Uint8Array, index: number) => bytes.map((byte, each) => (each === index ? byte ^ 1 : byte));

describe("the commitment", () => {
  test("is frozen: the domain, the session key, the hash of the body", async () => {
    const commitment = await commitmentOf(new Uint8Array(32).fill(7), utf8("body"));
    const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const expected = concatBytes(
      utf8("fortnight commitment v1\0"),
      new Uint8Array(32).fill(7),
      await digest(utf8("body")),
    );
    expect(commitment).toEqual(await digest(expected));
  });

  test("fits its own body and session key, and no other", async () => {
    const { commitment, sessionKey, body } = sealed;
    expect(await checkCommitment({ commitment, sessionKey, body })).toBe(true);
    expect(await checkCommitment({ commitment, sessionKey: newSessionKey(), body })).toBe(false);
    expect(await checkCommitment({ commitment, sessionKey, body: flipped(body, 30) })).toBe(false);
    expect(await checkCommitment({ commitment: commitment.subarray(1), sessionKey, body })).toBe(false);
  });

  describe("signed by its author", () => {
    let signature: string;

    beforeAll(async () => {
      signature = expectOk(await signCommitment({ commitment: sealed.commitment, key: ada.key, at }));
    });

    interface Judged {
      readonly made?: Uint8Array | string;
      readonly over?: Uint8Array;
      readonly author?: string;
      readonly signers?: readonly SignerCertificate[];
      readonly now?: Date;
    }

    const judge = ({ made = signature, over = sealed.commitment, author = "Ada", signers, now = at }: Judged = {}) =>
      judgeCommitmentSignature({
        commitment: over,
        claimed: { signature: made, author },
        signers: signers ?? [grace, ada],
        at: now,
      });

    test("counts as the author's, armoured or binary", async () => {
      expect(await judge()).toEqual({ outcome: "author" });
      expect(await judge({ made: expectOk(dearmor(signature)).bytes })).toEqual({ outcome: "author" });
    });

    test("is nobody else's, whomever the portal names", async () => {
      expect(await judge({ author: "Grace" })).toEqual({ outcome: "another", name: "Ada" });
      expect(await judge({ author: "a member who has left" })).toEqual({ outcome: "another", name: "Ada" });
      const [keyId] = ada.key.keyIds;
      expect(await judge({ signers: [grace] })).toEqual({ outcome: "unknown", keyId });
      expect(await judge({ signers: [] })).toMatchObject({ outcome: "unknown" });
    });

    test("is made by no key that has expired", async () => {
      const { key } = await freshKey("Edsger", { validSeconds: 86_400 });
      expect(await signCommitment({ commitment: sealed.commitment, key, at })).toEqual({
        ok: false,
        problem: { code: "PGP_SIGNER_UNUSABLE", facts: {} },
      });
    });

    test("does not fit another commitment, nor is anything else a signature over it", async () => {
      const misfit = { outcome: "does-not-fit" };
      expect(await judge({ over: unshared(flipped(sealed.commitment, 0)) })).toEqual(misfit);
      expect(await judge({ made: signature + signature })).toEqual(misfit);
      expect(await judge({ made: "no signature" })).toEqual(misfit);
      expect(await judge({ made: "" })).toEqual(misfit);
      expect(await judge({ made: ada.certificate })).toEqual(misfit);
      expect(await judge({ made: sealed.body })).toEqual(misfit);
      const { bytes } = expectOk(dearmor(signature));
      expect(await judge({ made: concatBytes(bytes, bytes) })).toEqual(misfit);
    });

    test("is the author's where they share the certificate with somebody who is named before them", async () => {
      const reporter = { name: "the reporter", certificate: ada.certificate };
      expect(await judge({ author: "the reporter", signers: [ada, reporter] })).toEqual({ outcome: "author" });
      expect(await judge({ author: "Ada", signers: [reporter, ada] })).toEqual({ outcome: "author" });
    });

    test("by a key that has expired since is told apart, on both sides of the second", async () => {
      const lasting = await freshKey("Edsger", { createdAt: at, validSeconds: 60 });
      const made = expectOk(await signCommitment({ commitment: sealed.commitment, key: lasting.key, at }));
      const judgedAt = (seconds: number) =>
        judge({ made, author: "Edsger", signers: [lasting], now: new Date(at.getTime() + seconds * 1000) });
      expect(await judgedAt(59)).toEqual({ outcome: "author" });
      expect(await judgedAt(60)).toEqual({ outcome: "author-key-not-valid-now" });
    });
  });
});

describe("a disclosure", () => {
  test("is right when key, body and commitment belong together", async () => {
    const { body, commitment, sessionKey } = sealed;
    const disclosed = expectOk(await checkDisclosure({ body, commitment, sessionKey, signers: [ada], at }));
    expect(disclosed).toMatchObject({ entity, signatures: [{ verdict: "verified" }] });
  });

  test("is refused with another key", async () => {
    const { body, commitment } = sealed;
    expect(await checkDisclosure({ body, commitment, sessionKey: newSessionKey(), signers: [], at })).toMatchObject({
      problem: { code: "PGP_COMMITMENT_MISMATCH" },
    });
  });

  test("is refused when its author committed to a key that opens nothing", async () => {
    const sessionKey = newSessionKey();
    const commitment = await commitmentOf(sessionKey, sealed.body);
    expect(await checkDisclosure({ body: sealed.body, commitment, sessionKey, signers: [], at })).toMatchObject({
      problem: { code: "PGP_DOES_NOT_OPEN" },
    });
  });
});
