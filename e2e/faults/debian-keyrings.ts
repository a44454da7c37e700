import { readFileSync } from "node:fs";
import { concatBytes } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { readPackets } from "#lib/pgp/packet.ts";
import { divide, packetFingerprint, type CertificateText } from "#lib/pgp/read-certificates.ts";

/** Of the packages `debian-keyring` and `debian-archive-keyring`: some 300 certificates of people, roles and archives. */
export const smallKeyrings = [
  "debian-maintainers",
  "debian-nonupload",
  "debian-role-keys",
  "debian-archive-keyring",
  "debian-archive-removed-keys",
].map(pathOf);

/** The same, and the 900 of Debian's developers, with all that others signed in twenty years. */
export const allKeyrings = [pathOf("debian-keyring"), ...smallKeyrings];

/** More than any keyring holds; an upload may hold far fewer. */
const maximumPackets = 1_000_000;

/** The certificates of a keyring, each as its owner could upload it. */
export function certificatesIn(keyring: string): Promise<readonly CertificateText[]> {
  const packets = expectOk(readPackets(new Uint8Array(readFileSync(keyring)), maximumPackets));
  return Promise.all(
    divide(packets).map(async (certificate) => ({
      fingerprint: await packetFingerprint(certificate[0].contents),
      bytes: concatBytes(...certificate.map(({ bytes }) => bytes)),
    })),
  );
}

function pathOf(name: string): string {
  return `/usr/share/keyrings/${name}.gpg`;
}
