export interface GpgReply {
  /** Scheme, host and port of this portal, without a slash at the end. */
  readonly origin: string;
  readonly listName: string;
  /** Primary fingerprints of all to whom it is to be encrypted, the reporter's last. */
  readonly fingerprints: readonly string[];
  /** Files with certificates that the roster does not hold. */
  readonly certificateFiles: readonly string[];
}

/** What to run in a terminal: fetches the roster, signs a reply and encrypts it to each reader by fingerprint. */
export function gpgReplyCommand({ origin, listName, fingerprints, certificateFiles }: GpgReply): string {
  return [
    `curl --fail --silent --show-error --output roster.asc ${origin}/lists/${listName}/roster.asc`,
    `gpg --import ${["roster.asc", ...certificateFiles].join(" ")}`,
    [
      "gpg --trust-model always --no-encrypt-to --armor --sign --encrypt",
      ...fingerprints.map((fingerprint) => `  -r ${fingerprint}`),
      "  --output reply.asc reply.txt",
    ].join(" \\\n"),
  ].join("\n");
}
