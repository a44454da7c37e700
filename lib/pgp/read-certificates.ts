import { concatBytes, hex } from "#lib/base/bytes.ts";
import type { Fingerprint } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { readPackets, tags } from "./packet.ts";
import type { Packet } from "./packet.ts";

/** One certificate as it was uploaded: framed, but not judged. */
export interface CertificateText {
  /** Of its primary key; null where that is not of OpenPGP version 4. */
  readonly fingerprint: Fingerprint | null;
  /** Binary, with everything else that was in the upload left out. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type ReadProblem = Problem<
  "CERTIFICATE_IS_PRIVATE" | "CERTIFICATE_TOO_LARGE" | "CERTIFICATE_UNREADABLE" | "CERTIFICATE_NONE_FOUND"
>;

/** Largest upload of certificates, in bytes or in characters of armour. */
export const maximumUploadBytes = 1_000_000;

export const publicSubkeyTag = 14;

const privateMarker = /-----BEGIN [A-Z0-9 ]*(?:PRIVATE|SECRET) KEY/;
const publicMarker = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
/** What belongs to a certificate beside its primary key: signatures, user ids, subkeys, photos. */
const certificateTags: ReadonlySet<number> = new Set([tags.signature, 13, publicSubkeyTag, 17]);

/**
 * The certificates in a file or a pasted text: binary or armoured (UTF-8 or UTF-16), one or many, with other text
 * around them.
 *
 * @problem CERTIFICATE_IS_PRIVATE when a private key of any kind is anywhere in it: asked first, and nothing is kept.
 * @problem CERTIFICATE_TOO_LARGE when it is longer than {@link maximumUploadBytes}.
 * @problem CERTIFICATE_UNREADABLE when a certificate in it is damaged or cut off.
 * @problem CERTIFICATE_NONE_FOUND when there is none.
 */
export async function readCertificates(
  input: Uint8Array | string,
): Promise<Result<readonly CertificateText[], ReadProblem>> {
  const text = typeof input === "string" ? input : new TextDecoder("latin1").decode(input).replaceAll("\0", "");
  if (privateMarker.test(text)) return refused({ code: "CERTIFICATE_IS_PRIVATE", facts: {} });
  if (input.length > maximumUploadBytes) {
    return refused({ code: "CERTIFICATE_TOO_LARGE", facts: { maximumBytes: maximumUploadBytes } });
  }

  const dearmored = dearmor(input);
  if (!dearmored.ok) return unreadable(text.includes(publicMarker));
  const { bytes } = dearmored.value;
  const packets = readPackets(bytes);
  const firstTag = tagOf(bytes[0] ?? 0);
  if (firstTag === tags.secretKey || (packets.ok && packets.value.some(isSecret))) {
    return refused({ code: "CERTIFICATE_IS_PRIVATE", facts: {} });
  }
  if (!packets.ok) return unreadable(firstTag === tags.publicKey);

  const certificates = await Promise.all(divide(packets.value).map(certificateOf));
  return certificates.length === 0 ? unreadable(false) : ok(certificates);
}

/** The fingerprint of a version 4 key or subkey packet (RFC 9580, section 5.5.4), or null for other versions. */
export async function packetFingerprint(contents: Uint8Array): Promise<Fingerprint | null> {
  if (contents[0] !== 4) return null;
  const hashed = concatBytes(Uint8Array.of(0x99, contents.length >> 8, contents.length), contents);
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-1", hashed))).toUpperCase() as Fingerprint;
}

export function isSecret({ tag }: Packet): boolean {
  return tag === tags.secretKey || tag === tags.secretSubkey;
}

/** The runs of packets that begin with a public key and go on with what belongs to it; the rest is left out. */
export function divide(packets: readonly Packet[]): readonly (readonly [Packet, ...Packet[]])[] {
  const runs: [Packet, ...Packet[]][] = [];
  for (const packet of packets) {
    if (packet.tag === tags.publicKey) runs.push([packet]);
    else if (certificateTags.has(packet.tag)) runs.at(-1)?.push(packet);
  }
  return runs;
}

async function certificateOf(packets: readonly [Packet, ...Packet[]]): Promise<CertificateText> {
  return {
    fingerprint: await packetFingerprint(packets[0].contents),
    bytes: concatBytes(...packets.map(({ bytes }) => bytes)),
  };
}

function unreadable(isCertificate: boolean): { readonly ok: false; readonly problem: ReadProblem } {
  return refused({ code: isCertificate ? "CERTIFICATE_UNREADABLE" : "CERTIFICATE_NONE_FOUND", facts: {} });
}

/** The packet tag in a header's first byte, in either format (RFC 9580, section 4.2). */
function tagOf(header: number): number {
  return header & 0x40 ? header & 0x3f : (header >> 2) & 0x0f;
}
