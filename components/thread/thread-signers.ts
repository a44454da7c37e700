import { equalBytes } from "#lib/base/bytes.ts";
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

/** Whether signatures would be told apart alike: what was opened under others says too little of its author, or too much. */
export function areSameSigners(left: readonly SignerCertificate[], right: readonly SignerCertificate[]): boolean {
  if (left === right) return true;
  return (
    left.length === right.length &&
    left.every((signer, index) => {
      const other = right[index];
      return signer.name === other?.name && equalBytes(signer.certificate, other.certificate);
    })
  );
}
