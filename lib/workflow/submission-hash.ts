import { hex, sha256, utf8 } from "#lib/base/bytes.ts";

/**
 * SHA-256 over all that was sent, so that a repeat of the same submission is told from another one under its id.
 * Bytes count by their own hash, so that where one ends and the next begins cannot be moved.
 */
export async function submissionHash(sent: object): Promise<string> {
  const digests: Promise<readonly [string, string]>[] = [];
  const text = JSON.stringify(sent, (_key, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    const place = `bytes ${String(digests.length)}`;
    digests.push(sha256(new Uint8Array(value)).then((digest) => [place, hex(digest)] as const));
    return place;
  });
  return hex(await sha256(utf8(`${text}\n${JSON.stringify(await Promise.all(digests))}`)));
}
