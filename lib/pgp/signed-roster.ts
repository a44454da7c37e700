import { concatBytes, hex, sha256, utf8 } from "#lib/base/bytes.ts";
import type { Fingerprint } from "#lib/base/id.ts";
import { utcSecondText } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { certificateParts } from "./certificate.ts";
import { clearSign, readClearSigned, verifySignature } from "./clear-sign.ts";
import type { ClearSigned, SignatureFault } from "./clear-sign.ts";
import { parseRoster } from "./roster.ts";
import type { Roster, RosterReader } from "./roster.ts";
import type { UnlockedKey } from "./unlock.ts";

/** A coordinator's key that the verifier trusts from elsewhere, not from whoever handed out the roster. */
export interface PinnedCoordinator {
  readonly fingerprint: string;
  /** Binary; may be newer than the pin, since only the primary key is pinned. */
  readonly certificate: Uint8Array;
}

export interface VerifiedRoster extends Roster {
  /** The coordinator, by primary key. */
  readonly signedBy: Fingerprint;
  readonly signedAt: Date;
  /** The clear-signed text alone, with LF line ends: the form to keep and to hand out. */
  readonly signed: string;
  /** Of {@link signed}, lower-case hexadecimal: the `previous` of the next version. */
  readonly sha256: string;
  /** The readers' certificates, in the order of `readers`. */
  readonly certificates: readonly Uint8Array<ArrayBuffer>[];
}

export type RosterProblem = Problem<
  | "ROSTER_NOT_SIGNED"
  | "ROSTER_SIGNER_INVALID"
  | "ROSTER_TAMPERED"
  | "ROSTER_UNREADABLE"
  | "ROSTER_CERTIFICATE_DIFFERS"
  | "ROSTER_OLD"
  | "ROSTER_EXPIRED"
  | "ROSTER_OTHER_LIST"
>;

/**
 * The clear-signed roster; the same as `gpg --clearsign` makes of the same text in a terminal.
 *
 * @param text - As `composeRoster` writes it.
 * @problem SIGNING_KEY_MISSING when no part of the key may sign at that time and has its secret at hand.
 */
export function signRoster(
  text: string,
  key: UnlockedKey,
  at: Date,
): Promise<Result<string, Problem<"SIGNING_KEY_MISSING">>> {
  if (parseRoster(text) === null) throw new Error("the text to sign is no roster");
  return clearSign(text, key, at);
}

/**
 * Whether a roster, and the certificates that came with it, are what a pinned coordinator signed. Nothing of the
 * roster is looked at before its signature is verified.
 *
 * @param list - The name of the list that the roster is wanted for.
 * @param certificates - Binary, one for each reader and no others, in any order.
 * @param lowestVersion - The highest version that the caller has seen, so that nobody brings back an old roster.
 * @problem ROSTER_NOT_SIGNED when there is not exactly one signature, by a pinned coordinator.
 * @problem ROSTER_SIGNER_INVALID when that coordinator's key is not valid now, or the signature is weak or lies ahead.
 * @problem ROSTER_TAMPERED when the signature does not fit the text.
 * @problem ROSTER_UNREADABLE when the text is not as `composeRoster` writes it.
 * @problem ROSTER_OTHER_LIST, ROSTER_OLD, ROSTER_EXPIRED (from `expiresAt` on) by what the roster says.
 * @problem ROSTER_CERTIFICATE_DIFFERS when a certificate is missing, changed or too many.
 */
export async function verifyRoster({
  signed,
  pinned,
  list,
  certificates,
  now,
  lowestVersion,
}: {
  readonly signed: string;
  readonly pinned: readonly PinnedCoordinator[];
  readonly list: string;
  readonly certificates: readonly Uint8Array[];
  readonly now: Date;
  readonly lowestVersion: number;
}): Promise<Result<VerifiedRoster, RosterProblem>> {
  const read = await readClearSigned(signed);
  if (read === null) return refused({ code: "ROSTER_NOT_SIGNED", facts: {} });
  const signature = await findSigner(read, pinned, now);
  if (!signature.ok) return signature;

  const roster = parseRoster(read.text);
  if (roster === null) return refused({ code: "ROSTER_UNREADABLE", facts: {} });
  const outdated = faultOf(roster, { list, lowestVersion, now });
  if (outdated !== null) return refused(outdated);
  const matched = await matchCertificates(roster.readers, certificates);
  if (!matched.ok) return matched;
  return ok({
    ...roster,
    ...signature.value,
    signed: read.block,
    sha256: hex(await sha256(utf8(read.block))),
    certificates: matched.value,
  });
}

async function findSigner(
  read: ClearSigned,
  pinned: readonly PinnedCoordinator[],
  now: Date,
): Promise<Result<{ readonly signedBy: Fingerprint; readonly signedAt: Date }, RosterProblem>> {
  for (const { fingerprint, certificate } of pinned) {
    const parts = await certificateParts(certificate);
    const signedBy = parts.ok ? parts.value[0].fingerprint : null;
    if (signedBy === null || signedBy !== fingerprint) continue;

    const verified = await verifySignature({ read, certificate, notBefore: null, now });
    if (verified.ok) return ok({ signedBy, signedAt: verified.value.signedAt });
    if (verified.problem.code !== "KEY_UNKNOWN") return refused({ code: signerCode(verified.problem), facts: {} });
  }
  return refused({ code: "ROSTER_NOT_SIGNED", facts: {} });
}

function signerCode({ code }: SignatureFault): "ROSTER_NOT_SIGNED" | "ROSTER_TAMPERED" | "ROSTER_SIGNER_INVALID" {
  switch (code) {
    case "NOT_CLEAR_SIGNED":
    case "KEY_UNKNOWN":
      return "ROSTER_NOT_SIGNED";
    case "BAD_SIGNATURE":
    case "OTHER_TEXT":
      return "ROSTER_TAMPERED";
    case "WEAK_HASH":
    case "CLOCK":
    case "KEY_REVOKED":
    case "KEY_EXPIRED":
    case "KEY_MAY_NOT_SIGN":
      return "ROSTER_SIGNER_INVALID";
  }
}

function faultOf(
  roster: Roster,
  { list, lowestVersion, now }: { readonly list: string; readonly lowestVersion: number; readonly now: Date },
): RosterProblem | null {
  if (roster.list !== list) return { code: "ROSTER_OTHER_LIST", facts: { list: roster.list } };
  const { version, expiresAt } = roster;
  if (version < lowestVersion) return { code: "ROSTER_OLD", facts: { version, lowestVersion } };
  if (now < expiresAt) return null;
  return { code: "ROSTER_EXPIRED", facts: { expiredAt: utcSecondText(expiresAt) } };
}

async function matchCertificates(
  readers: readonly RosterReader[],
  certificates: readonly Uint8Array[],
): Promise<Result<readonly Uint8Array<ArrayBuffer>[], RosterProblem>> {
  const unmatched = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const certificate of certificates) {
    const copy = concatBytes(certificate);
    unmatched.set(hex(await sha256(copy)), copy);
  }
  const matched: Uint8Array<ArrayBuffer>[] = [];
  for (const reader of readers) {
    const certificate = unmatched.get(reader.sha256);
    if (certificate === undefined || !(await isOf(reader, certificate))) return differs(reader.name);
    unmatched.delete(reader.sha256);
    matched.push(certificate);
  }
  return unmatched.size === 0 && certificates.length === readers.length ? ok(matched) : differs(null);
}

/** Whether a certificate has the keys that the roster says it has. */
async function isOf({ fingerprint, encryptionFingerprint }: RosterReader, certificate: Uint8Array): Promise<boolean> {
  const parts = await certificateParts(certificate);
  if (!parts.ok || parts.value[0].fingerprint !== fingerprint) return false;
  return parts.value.some((part) => part.fingerprint === encryptionFingerprint);
}

function differs(name: string | null): { readonly ok: false; readonly problem: RosterProblem } {
  return refused({ code: "ROSTER_CERTIFICATE_DIFFERS", facts: { name } });
}
