import type { GpgHome } from "#e2e/support/gpg.ts";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { splitEnvelope } from "#lib/pgp/envelope-check.ts";
import type { ReaderCertificate } from "#lib/pgp/grant.ts";
import { openEnvelope } from "#lib/pgp/open.ts";
import { seal } from "#lib/pgp/seal.ts";
import { unlockKey } from "#lib/pgp/unlock.ts";

/** What a reader with a key of gpg's reads of one envelope that is sealed to many. */
export interface ReadByOne {
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly here: Uint8Array<ArrayBuffer>;
  readonly withGpg: Uint8Array<ArrayBuffer>;
  /** As many as there are readers. */
  readonly keyPackets: number;
}

/** Seals to all of `readers` and to one more, whose key gpg makes, and opens as that one, here and with gpg. */
export async function sealToAll(home: GpgHome, readers: readonly ReaderCertificate[]): Promise<ReadByOne> {
  const entity = utf8("Content-Type: text/plain\r\n\r\nFor everybody whose certificate is sound.\r\n");
  const fingerprint = await home.makeKey("One Reader <one@example.org>", "cv25519");
  const key = expectOk(await unlockKey({ privateKey: await home.exportPrivateKey(fingerprint), passphrase: "" }));
  const one = { name: "One Reader", certificate: await home.exportCertificate(fingerprint) };
  const at = new Date(); // their key has to be there before
  const { keyPackets, body } = expectOk(await seal({ entity, readers: [...readers, one], signer: null, at }));

  const message = concatBytes(...keyPackets.map(({ bytes }) => bytes), body);
  const split = expectOk(splitEnvelope(message));
  const own = keyPackets.at(-1)?.bytes ?? message;
  const opened = expectOk(await openEnvelope({ keyPacket: own, body: split.body, key, signers: [], at }));
  return {
    sealed: entity,
    here: opened.entity,
    withGpg: new Uint8Array(await home.output(["--decrypt"], message)),
    keyPackets: split.keyPackets.length,
  };
}
