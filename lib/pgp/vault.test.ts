import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hex, parseHex, sha256 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { verifyClearSigned } from "./clear-sign.ts";
import { armoredEnvelope, type VaultClient } from "./client.ts";
import { splitEnvelope } from "./envelope-check.ts";
import {
  asReader,
  endVaults,
  openVault,
  openVaultOf,
  received,
  sealedAttachments,
  sealedAt,
  sealedEntity,
} from "./fixtures/vault-bench.ts";
import { ada, grace, openOfAda, sealedByAda } from "./fixtures/vault-pair.ts";
import type { Progress, SealedBody } from "./protocol.ts";
import { identifyingReceiptOf } from "./receipt.ts";
import { createVault } from "./vault.ts";

const at = sealedAt;
const entity = sealedEntity;

let vault: VaultClient;

beforeEach(async () => {
  vault = await openVaultOf(ada);
});

afterEach(endVaults);

describe("a vault", () => {
  test("seals and signs, and another reader's opens, attachments too, with one key packet", async () => {
    const parts = await sealedByAda(vault);
    const reader = await openVaultOf(grace);
    const mail = received(parts, grace);
    const [opened, ...rest] = await openOfAda(
      reader,
      mail,
      ...parts.attachments.map((body) => ({ ...mail, body, keyPackets: [], commitment: null })),
    );
    expect(opened).toMatchObject({
      ok: true,
      value: {
        entity,
        commitment: "fits",
        commitmentSignature: { outcome: "author" },
        signatures: [{ verdict: "verified", verifiedBy: { name: "Ada" } }],
      },
    });
    expect(rest.map((each) => expectOk(each).entity.length)).toEqual([200_000, 5]);
  });

  test("makes of its parts a message that anybody takes apart", async () => {
    const { keyPackets, body } = await sealedByAda(vault);
    const armored = armoredEnvelope(
      keyPackets.map(({ bytes }) => bytes),
      body,
    );
    const split = expectOk(splitEnvelope(expectOk(dearmor(armored)).bytes));
    expect(split.keyPackets.map(({ encryptionKeyId }) => encryptionKeyId)).toEqual(
      keyPackets.map(({ encryptionKeyId }) => encryptionKeyId),
    );
  });

  test("opens what it sealed itself, when it was told a name for it", async () => {
    const parts = await sealedByAda(vault, "mine");
    const [opened] = await openOfAda(vault, { ...received(parts, ada, "mine"), keyPackets: [] });
    expect(opened?.ok).toBe(true);
    const [nameless] = await openOfAda(vault, {
      ...received(await sealedByAda(vault, null), ada, "other"),
      keyPackets: [],
    });
    expect(nameless).toMatchObject({ ok: false, problem: { code: "PGP_NOT_UNLOCKED" } });
  });

  test("says when the commitment that the server shows is another's", async () => {
    const parts = await sealedByAda(vault);
    const other = await sealedByAda(vault, null);
    const reader = await openVaultOf(grace);
    const [opened] = await openOfAda(reader, { ...received(parts, grace), commitment: other.commitment });
    expect(opened).toMatchObject({ ok: true, value: { entity, commitment: "mismatch" } });
  });

  test("says when the signature over the commitment is another's, or of another envelope", async () => {
    const [parts, other] = [await sealedByAda(vault), await sealedByAda(vault, null)];
    const reader = await openVaultOf(grace);
    const mail = received(parts, grace);
    const outcomeOf = async (changed: Partial<SealedBody>) => {
      const [opened] = await openOfAda(reader, { ...mail, ...changed });
      return expectOk(opened ?? { ok: false, problem: { code: "none" } }).commitmentSignature.outcome;
    };
    const by = (author: string, { commitmentSignature: signature }: typeof parts) => ({
      commitmentSignature: { signature: signature ?? "", author },
    });
    expect(await outcomeOf({})).toBe("author");
    expect(await outcomeOf(by("Grace", parts))).toBe("another");
    expect(await outcomeOf(by("Ada", other))).toBe("does-not-fit");
    expect(await outcomeOf({ ...by("Ada", other), commitment: other.commitment })).toBe("does-not-fit");
    expect(await outcomeOf({ commitmentSignature: null })).toBe("none");
    expect(await outcomeOf({ commitment: null })).toBe("none");
  });

  test("tells how far it is", async () => {
    const parts = await sealedByAda(vault);
    const progress: Progress[] = [];
    const bodies = [received(parts, ada), received(parts, ada), received(parts, ada)];
    await vault.ask("open", { bodies, signers: [], at }, { onProgress: (each) => progress.push(each) });
    expect(progress).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
  });

  test("stops when it is told to, and says so for all that is left", async () => {
    const parts = await sealedByAda(vault);
    const controller = new AbortController();
    const bodies = Array.from({ length: 200 }, () => received(parts, ada));
    const outcomes = await vault.ask(
      "open",
      { bodies, signers: [], at },
      {
        signal: controller.signal,
        onProgress: () => {
          controller.abort();
        },
      },
    );
    expect(outcomes).toHaveLength(200);
    expect(outcomes[0]?.ok).toBe(true);
    expect(outcomes.at(-1)).toMatchObject({ ok: false, problem: { code: "PGP_CANCELLED" } });
    const request = { envelopeId: null, entity, attachments: sealedAttachments, readers: [], signer: null, at };
    expect(await vault.ask("seal", request, { signal: AbortSignal.abort() })).toMatchObject({
      problem: { code: "PGP_CANCELLED" },
    });
  });

  test("counts the entity and each attachment that it seals, and stops after any of them when it is told to", async () => {
    const request = { envelopeId: "one", entity, attachments: sealedAttachments, readers: [], signer: null, at };
    for (const [stopAt, ends] of [
      [1, "PGP_CANCELLED"],
      [3, "PGP_CANCELLED"],
      [4, "sealed"],
    ] as const) {
      const other = createVault();
      const [controller, progress]: [AbortController, Progress[]] = [new AbortController(), []];
      const onProgress = (each: Progress) => {
        if (progress.push(each) === stopAt) controller.abort();
      };
      const outcome = await other.seal(request, { onProgress, signal: controller.signal });
      expect(outcome.ok ? "sealed" : outcome.problem.code).toBe(ends);
      expect(progress).toEqual([1, 2, 3].slice(0, stopAt).map((done) => ({ done, total: 3 })));
      const kept = await other.disclose({ envelopeId: "one" }, { onProgress, signal: controller.signal });
      expect(kept.ok).toBe(ends === "sealed");
    }
  });

  test("keeps no session key of what it was told no name for", async () => {
    await sealedByAda(vault, null);
    expect(expectOk(await vault.ask("sealKeyring", { owner: asReader(ada), at })).size).toBe(0);
  });

  test("seals nothing where one reader's certificate cannot be used", async () => {
    const readers = [asReader(ada), { name: "Barbara", certificate: new Uint8Array() }];
    const request = { envelopeId: "one", entity, attachments: [], readers, signer: ada.fingerprint, at };
    expect(await vault.ask("seal", request)).toMatchObject({
      problem: { code: "PGP_READER_UNUSABLE", facts: { name: "Barbara" } },
    });
  });

  test("takes over memory that it is handed, and hands over large answers", async () => {
    const attachment = new Uint8Array(1_000_000).fill(7);
    const readers = [asReader(ada)];
    const request = { envelopeId: "one", entity, attachments: [attachment], readers, signer: null, at };
    const parts = expectOk(await vault.ask("seal", request, { transfer: [attachment.buffer] }));
    expect(attachment.length).toBe(0);
    const [body] = parts.attachments;
    const [opened] = await openOfAda(vault, {
      ...received(parts, ada),
      body: body ?? new Uint8Array(),
      commitment: null,
    });
    expect(opened).toMatchObject({ ok: true, value: { entity: new Uint8Array(1_000_000).fill(7) } });
  });

  test("once ended answers nothing any more", async () => {
    const waiting = vault.ask("keys", {});
    vault.end();
    await expect(waiting).rejects.toThrow("ended");
    await expect(vault.ask("keys", {})).rejects.toThrow("ended");
  });

  test("throws here what is a bug there", async () => {
    const nothing = { input: null } as never;
    await expect(vault.ask("judgeCertificates", nothing)).rejects.toThrow();
    await expect(vault.ask("constructor" as never, nothing)).rejects.toThrow("no operation");
  });
});

describe("keys in a vault", () => {
  test("are told by what they can do, and never given back", async () => {
    const keys = await vault.ask("keys", {});
    expect(keys).toEqual([{ fingerprint: ada.fingerprint, keyIds: ada.key.keyIds, canDecrypt: true, canSign: true }]);
  });

  test("are none where what was given is no private key", async () => {
    const empty = openVault();
    const privateKey = ada.certificate;
    expect(await empty.ask("unlock", { privateKey, passphrase: "" })).toMatchObject({
      problem: { code: "PGP_NOT_A_PRIVATE_KEY" },
    });
    expect(await empty.ask("keys", {})).toEqual([]);
  });

  test("that are locked open and sign nothing", async () => {
    const parts = await sealedByAda(vault);
    await vault.ask("lock", { fingerprint: null });
    expect(await vault.ask("keys", {})).toEqual([]);
    const notUnlocked = { ok: false, problem: { code: "PGP_NOT_UNLOCKED" } };
    expect((await openOfAda(vault, received(parts, ada)))[0]).toMatchObject(notUnlocked);
    const request = { fingerprint: ada.fingerprint, text: "x", at };
    expect(await vault.ask("signText", request)).toMatchObject(notUnlocked);
    const seal = { envelopeId: null, entity, attachments: [], readers: [], signer: ada.fingerprint, at };
    expect(await vault.ask("seal", seal)).toMatchObject(notUnlocked);
    expect(await vault.ask("disclose", { envelopeId: "one" })).toMatchObject(notUnlocked);
    expect(await vault.ask("complete", { envelopeId: "one", body: parts.body })).toMatchObject(notUnlocked);
  });

  test("may be locked one by one; session keys then stay", async () => {
    const parts = await sealedByAda(vault);
    expectOk(await vault.ask("unlock", { privateKey: grace.privateKey.armor(), passphrase: "" }));
    await vault.ask("lock", { fingerprint: ada.fingerprint });
    expect((await vault.ask("keys", {})).map(({ fingerprint }) => fingerprint)).toEqual([grace.fingerprint]);
    expect((await openOfAda(vault, { ...received(parts, ada), keyPackets: [] }))[0]?.ok).toBe(true);
  });

  test("sign a text that others verify", async () => {
    const signed = expectOk(await vault.ask("signText", { fingerprint: ada.fingerprint, text: "line\nline", at }));
    const { certificate } = ada;
    const verified = await verifyClearSigned({
      signed,
      expectedText: "line\nline",
      certificate,
      issuedAt: at,
      now: at,
    });
    expect(verified.ok).toBe(true);
  });
});

describe("a receipt in a vault", () => {
  test("is made, and typed again elsewhere opens what was sealed to it", async () => {
    const made = await vault.ask("newReceipt", {});
    expect(made).toMatchObject({ kind: "key" });
    expect(made.authenticatorHash).toBe(hex(await sha256(parseHex(made.authenticator) ?? new Uint8Array())));
    const certificate = made.certificate?.bytes ?? new Uint8Array();
    const readers = [{ name: "the reporter", certificate }];
    const request = { envelopeId: null, entity, attachments: [], readers, signer: made.certificate?.fingerprint ?? "" };
    const { keyPackets, body, commitment } = expectOk(await vault.ask("seal", { ...request, at }));

    const elsewhere = openVault();
    const typed = expectOk(await elsewhere.ask("unlockReceipt", { text: made.text.toLowerCase() }));
    expect(typed).toEqual(made);
    const mine = { envelopeId: "a", keyPackets: keyPackets.map(({ bytes }) => bytes), body, commitment };
    expect((await openOfAda(elsewhere, mine))[0]).toMatchObject({ ok: true, value: { entity, commitment: "fits" } });
  });

  test("that only identifies lets its holder in and unlocks nothing", async () => {
    const { text } = identifyingReceiptOf(new Uint8Array(16).fill(7));
    const typed = expectOk(await vault.ask("unlockReceipt", { text }));
    expect(typed).toMatchObject({ text, kind: "identifying", certificate: null });
    expect(typed.authenticatorHash).toBe(hex(await sha256(parseHex(typed.authenticator) ?? new Uint8Array())));
    expect((await vault.ask("keys", {})).map(({ fingerprint }) => fingerprint)).toEqual([ada.fingerprint]);
  });

  test("mistyped is refused", async () => {
    const { text } = await vault.ask("newReceipt", {});
    const wrong = `${text.slice(0, -1)}${text.endsWith("0") ? "1" : "0"}`;
    expect(await vault.ask("unlockReceipt", { text: wrong })).toMatchObject({ problem: { code: "RECEIPT_TYPO" } });
  });
});
