import { concatBytes, hex, parseHex, utf8, utf8Text } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { CertificateCache } from "./certificate-cache.ts";
import type { ReaderCertificate } from "./grant.ts";
import { decryptBody, type OpenProblem } from "./open.ts";
import { type SealedEnvelope, sealUnsigned } from "./seal.ts";
import { cipherName, type SessionKey } from "./session-key.ts";

/**
 * [Note: keyrings]
 *
 * A keyring is the session keys that a reader has opened so far, in an envelope to that reader alone. One private-key
 * operation, or one ticket, opens it, and then every envelope in it. It holds nothing that its owner could not open
 * anyway, and may be dropped at any time. Nobody signs it, so the server could put another in its place: a key out of
 * a keyring counts for nothing until it fits the envelope's commitment.
 */
export type KeyringEntries = ReadonlyMap<string /* envelope id */, SessionKey>;

const firstLine = "fortnight keyring v1";
const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** Sizes are rounded up to this, so that a keyring's length tells only roughly how much its owner has read. */
const blockBytes = 8192;

/**
 * Seals session keys to their owner.
 *
 * @param sessionKey - The session key of the keyring that this one replaces, where its owner reads by ticket: the
 *   line that they pasted then opens the new one too.
 * @problem PGP_READER_UNUSABLE when the owner's certificate cannot be encrypted to.
 */
export function sealKeyring({
  entries,
  owner,
  ...rest
}: {
  readonly entries: KeyringEntries;
  readonly owner: ReaderCertificate;
  readonly sessionKey?: SessionKey;
  readonly at: Date;
  readonly cache?: CertificateCache;
}): Promise<Result<SealedEnvelope, Problem<"PGP_READER_UNUSABLE">>> {
  return sealUnsigned({ entity: writeEntries(entries), readers: [owner], ...rest });
}

/**
 * The session keys in a keyring, by envelope id.
 *
 * @problem PGP_KEYRING_UNREADABLE when it opens, but what is in it was not written by {@link sealKeyring}.
 */
export async function openKeyring({
  body,
  sessionKey,
}: {
  readonly body: Uint8Array;
  readonly sessionKey: SessionKey;
}): Promise<Result<KeyringEntries, OpenProblem | Problem<"PGP_KEYRING_UNREADABLE">>> {
  const opened = await decryptBody(body, sessionKey);
  if (!opened.ok) return opened;
  const entries = readEntries(opened.value.entity);
  return entries === null ? refused({ code: "PGP_KEYRING_UNREADABLE", facts: {} }) : ok(entries);
}

function writeEntries(entries: KeyringEntries): Uint8Array<ArrayBuffer> {
  const lines = [firstLine];
  for (const [id, sessionKey] of entries) {
    if (!idPattern.test(id)) throw new Error("an envelope id has characters that no id has");
    cipherName(sessionKey);
    lines.push(`${id} ${hex(sessionKey)}`);
  }
  const text = utf8(`${lines.join("\n")}\n`);
  const padding = new Uint8Array((blockBytes - (text.length % blockBytes)) % blockBytes).fill(0x0a);
  return concatBytes(text, padding);
}

function readEntries(bytes: Uint8Array): KeyringEntries | null {
  const [first, ...lines] = utf8Text(bytes).trimEnd().split("\n");
  if (first !== firstLine) return null;
  const entries = new Map<string, SessionKey>();
  for (const line of lines) {
    const [id = "", digits = "", ...rest] = line.split(" ");
    const sessionKey = parseHex(digits);
    if (!idPattern.test(id) || sessionKey === null || rest.length > 0) return null;
    if (![16, 24, 32].includes(sessionKey.length)) return null;
    entries.set(id, sessionKey);
  }
  return entries;
}
