import type { CheckedRoster, SignerCertificate } from "#lib/pgp/client.ts";
import { memberName, reporterName } from "./envelope-words.ts";

/** Everybody whose signature means something in a thread, named as authors are. */
export function threadSigners(
  roster: Pick<CheckedRoster, "readers"> | null,
  reporterCertificates: readonly { readonly bytes: Uint8Array }[],
): readonly SignerCertificate[] {
  const readers = roster?.readers ?? [];
  return [
    ...readers.map((reader) => ({ name: memberName(reader), certificate: reader.certificate })),
    ...reporterCertificates.map(({ bytes }) => ({ name: reporterName, certificate: bytes })),
  ];
}
