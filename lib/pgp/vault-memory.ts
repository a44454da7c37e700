import { parseHex } from "#lib/base/bytes.ts";
import { refused, type Result } from "#lib/base/result.ts";
import { type CertificateCache, createCertificateCache } from "./certificate-cache.ts";
import { checkCommitment } from "./commitment.ts";
import { checkKeyPacket } from "./envelope-check.ts";
import { recoverSessionKey } from "./open.ts";
import type { EnvelopeKeys, KeySummary, VaultOpenProblem } from "./protocol.ts";
import type { SessionKey } from "./session-key.ts";
import { lockKey, type UnlockedKey } from "./unlock.ts";

/** All that a vault remembers. */
export interface VaultMemory {
  /** By fingerprint. */
  readonly keys: Map<string, UnlockedKey>;
  /** By envelope id. */
  readonly sessionKeys: Map<string, SessionKey>;
  /** Of the keyring that was opened by ticket, so that the next one opens with the same line. */
  keyringSessionKey: SessionKey | null;
  readonly cache: CertificateCache;
}

export function emptyMemory(): VaultMemory {
  return { keys: new Map(), sessionKeys: new Map(), keyringSessionKey: null, cache: createCertificateCache() };
}

/** What a page may know of an unlocked key. */
export function summaryOf({ fingerprint, keyIds, canDecrypt, canSign }: UnlockedKey): KeySummary {
  return { fingerprint, keyIds, canDecrypt, canSign };
}

/** Wipes one key, by its fingerprint, or with null all that the vault remembers. */
export function lockMemory(memory: VaultMemory, fingerprint: string | null): void {
  for (const [each, key] of memory.keys) {
    if (fingerprint !== null && each !== fingerprint) continue;
    lockKey(key);
    memory.keys.delete(each);
  }
  if (fingerprint !== null) return;
  for (const sessionKey of memory.sessionKeys.values()) sessionKey.fill(0);
  memory.sessionKeys.clear();
  memory.keyringSessionKey?.fill(0);
  memory.keyringSessionKey = null;
}

/**
 * The session key in one of an envelope's key packets, by the first unlocked key that one of them is for. What the
 * vault remembers is not looked at.
 *
 * @problem PGP_NOT_UNLOCKED when no packet is for an unlocked key.
 */
export async function recoverWith(
  memory: VaultMemory,
  { keyPackets }: Pick<EnvelopeKeys, "keyPackets">,
): Promise<Result<SessionKey, VaultOpenProblem>> {
  let outcome: Result<SessionKey, VaultOpenProblem> = refused({ code: "PGP_NOT_UNLOCKED", facts: {} });
  for (const keyPacket of keyPackets) {
    const checked = checkKeyPacket(keyPacket);
    const key = checked.ok ? keyFor(memory, checked.value.encryptionKeyId) : undefined;
    if (key === undefined) continue;
    outcome = await recoverSessionKey(keyPacket, key);
    if (outcome.ok) return outcome;
  }
  return outcome;
}

function keyFor({ keys }: VaultMemory, keyId: string): UnlockedKey | undefined {
  return [...keys.values()].find(({ keyIds }) => keyIds.includes(keyId));
}

/** Whether a commitment as the server stores it (hexadecimal, or null for none) was made for this key and body. */
export async function fitsCommitment(
  commitment: string | null,
  sessionKey: SessionKey,
  body: Uint8Array,
): Promise<"fits" | "mismatch" | "none"> {
  if (commitment === null) return "none";
  const bytes = parseHex(commitment) ?? new Uint8Array();
  return (await checkCommitment({ commitment: bytes, sessionKey, body })) ? "fits" : "mismatch";
}
