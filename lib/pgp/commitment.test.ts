import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, unshared, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { checkCommitment, commitmentOf } from "./commitment.ts";
import { signCommitment, verifyCommitment } from "./commitment-signature.ts";
import { checkDisclosure } from "./disclose.ts";
import { freshKey, type FreshKey } from "./fixtures/fresh-key.ts";
import { seal, type SealedEnvelope } from "./seal.ts";
import { newSessionKey } from "./session-key.ts";

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

  test("is signed by its author, and nobody else can claim so", async () => {
    const { commitment } = sealed;
    const signature = expectOk(await signCommitment({ commitment, key: ada.key, at }));
    const verify = (author: FreshKey, over = commitment, made: Uint8Array | string = signature) =>
      verifyCommitment({ commitment: over, signature: made, author, at });
    expect(expectOk(await verify(ada))).toMatchObject({ verdict: "verified", verifiedBy: { name: "Ada" } });
    const unsigned = { ok: false, problem: { code: "PGP_COMMITMENT_UNSIGNED" } };
    expect(await verify(grace)).toMatchObject(unsigned);
    expect(await verify(ada, unshared(flipped(commitment, 0)))).toMatchObject(unsigned);
    expect(await verify(ada, commitment, signature + signature)).toMatchObject(unsigned);
    expect(expectOk(await verify(ada, commitment, expectOk(dearmor(signature)).bytes)).verdict).toBe("verified");
    expect(await verify(ada, commitment, "no signature")).toMatchObject(unsigned);
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
    expect(await checkDisclosure({ body, commitment, sessionKey: newSessionKey(), at })).toMatchObject({
      problem: { code: "PGP_COMMITMENT_MISMATCH" },
    });
  });

  test("is refused when its author committed to a key that opens nothing", async () => {
    const sessionKey = newSessionKey();
    const commitment = await commitmentOf(sessionKey, sealed.body);
    expect(await checkDisclosure({ body: sealed.body, commitment, sessionKey, at })).toMatchObject({
      problem: { code: "PGP_DOES_NOT_OPEN" },
    });
  });
});
