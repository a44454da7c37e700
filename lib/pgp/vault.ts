import { hex, parseHex, sha256 } from "#lib/base/bytes.ts";
import { expectOk, ok, refused } from "#lib/base/result.ts";
import { clearSign } from "./clear-sign.ts";
import { signCommitment } from "./commitment-signature.ts";
import { grant } from "./grant.ts";
import type { CheckedReader, UnlockedReceipt, Vault, VaultAnswer, VaultContext, VaultRequest } from "./protocol.ts";
import { readCertificates } from "./read-certificates.ts";
import { deriveReceipt, newReceipt, parseReceipt, type Receipt } from "./receipt.ts";
import { reporterKeyFromSeeds } from "./reporter-certificate.ts";
import { composeRoster } from "./roster.ts";
import { seal, sealBody } from "./seal.ts";
import { newSessionKey } from "./session-key.ts";
import { verifyRoster } from "./signed-roster.ts";
import { unlockKey } from "./unlock.ts";
import { emptyMemory, lockMemory, summaryOf, type VaultMemory } from "./vault-memory.ts";
import { openingVault } from "./vault-open.ts";
import { judgeCertificate } from "./verdict.ts";

/** A vault that holds nothing yet; see [Note: the vault] in `protocol.ts`. */
export function createVault(): Vault {
  const memory = emptyMemory();
  return {
    ...openingVault(memory),
    judgeCertificates: ({ input, at }) => judgeCertificates(input, at),
    checkRoster,
    rosterText: ({ roster }) => Promise.resolve(composeRoster(roster)),
    newReceipt: () => takeReceipt(memory, newReceipt()),
    async unlockReceipt({ text }) {
      const receipt = parseReceipt(text);
      return receipt.ok ? ok(await takeReceipt(memory, receipt.value)) : receipt;
    },
    async unlock(request) {
      const unlocked = await unlockKey(request);
      if (!unlocked.ok) return unlocked;
      memory.keys.set(unlocked.value.fingerprint, unlocked.value);
      return ok(summaryOf(unlocked.value));
    },
    keys: () => Promise.resolve([...memory.keys.values()].map(summaryOf)),
    lock: ({ fingerprint }) => {
      lockMemory(memory, fingerprint);
      return Promise.resolve(null);
    },
    async signText({ fingerprint, text, at }) {
      const key = memory.keys.get(fingerprint);
      return key === undefined ? refused({ code: "PGP_NOT_UNLOCKED", facts: {} }) : clearSign(text, key, at);
    },
    prepare: (request, context) => prepare(memory, request, context),
    seal: (request, context) => sealParts(memory, request, context),
  };
}

async function judgeCertificates(input: Uint8Array | string, at: Date): Promise<VaultAnswer<"judgeCertificates">> {
  const found = await readCertificates(input);
  if (!found.ok) return found;
  return ok(
    await Promise.all(found.value.map(async (each) => ({ ...each, verdict: await judgeCertificate(each.bytes, at) }))),
  );
}

async function checkRoster({ at, ...rest }: VaultRequest<"checkRoster">): Promise<VaultAnswer<"checkRoster">> {
  const verified = await verifyRoster({ ...rest, now: at });
  if (!verified.ok) return verified;
  const { certificates, readers, ...roster } = verified.value;
  const checked: CheckedReader[] = [];
  for (const [index, reader] of readers.entries()) {
    const certificate = certificates[index];
    if (certificate === undefined) throw new Error("a reader of a verified roster has no certificate");
    const encryptionKeyId = reader.encryptionFingerprint.slice(-16);
    checked.push({ ...reader, certificate, encryptionKeyId, verdict: await judgeCertificate(certificate, at) });
  }
  return ok({ ...roster, readers: checked });
}

async function takeReceipt(memory: VaultMemory, receipt: Receipt): Promise<UnlockedReceipt> {
  const { lookupId, authenticator, seeds } = await deriveReceipt(receipt);
  const authenticatorHash = hex(await sha256(parseHex(authenticator) ?? new Uint8Array()));
  const reporter = seeds === null ? null : await reporterKeyFromSeeds(seeds);
  if (reporter !== null) memory.keys.set(reporter.fingerprint, reporter.key);
  return {
    text: receipt.text,
    kind: receipt.kind,
    lookupId,
    authenticator,
    authenticatorHash,
    certificate: reporter === null ? null : { fingerprint: reporter.fingerprint, bytes: reporter.certificate },
  };
}

async function prepare(
  { cache }: VaultMemory,
  { readers, at }: VaultRequest<"prepare">,
  { onProgress, signal }: VaultContext,
): Promise<VaultAnswer<"prepare">> {
  const sessionKey = newSessionKey();
  for (const [index, reader] of readers.entries()) {
    if (signal.aborted) return refused({ code: "PGP_CANCELLED", facts: {} });
    const granted = await grant({ sessionKey, reader, at, cache });
    if (!granted.ok) return granted;
    onProgress({ done: index + 1, total: readers.length });
  }
  return ok(null);
}

async function sealParts(
  memory: VaultMemory,
  { envelopeId, entity, attachments, readers, signer: fingerprint, at }: VaultRequest<"seal">,
  { onProgress, signal }: VaultContext,
): Promise<VaultAnswer<"seal">> {
  const signer = fingerprint === null ? null : (memory.keys.get(fingerprint) ?? null);
  if (fingerprint !== null && signer === null) return refused({ code: "PGP_NOT_UNLOCKED", facts: {} });
  const sealed = await seal({ entity, readers, signer, at, cache: memory.cache });
  if (!sealed.ok) return sealed;
  const { sessionKey, commitment, ...parts } = sealed.value;
  const commitmentSignature = signer === null ? null : expectOk(await signCommitment({ commitment, key: signer, at }));

  const total = 1 + attachments.length;
  onProgress({ done: 1, total });
  const bodies: Uint8Array<ArrayBuffer>[] = [];
  for (const attachment of attachments) {
    if (signal.aborted) return refused({ code: "PGP_CANCELLED", facts: {} });
    bodies.push(await sealBody(attachment, sessionKey));
    onProgress({ done: 1 + bodies.length, total });
  }
  if (signal.aborted) return refused({ code: "PGP_CANCELLED", facts: {} });
  if (envelopeId !== null) memory.sessionKeys.set(envelopeId, sessionKey);
  return ok({ ...parts, attachments: bodies, commitment: hex(commitment), commitmentSignature });
}
