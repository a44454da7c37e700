import type { GpgHome } from "#e2e/support/gpg.ts";
import { concatBytes, equalBytes, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { armorMessage, dearmor } from "#lib/pgp/armor.ts";
import { splitEnvelope } from "#lib/pgp/envelope-check.ts";
import type { ReaderCertificate } from "#lib/pgp/grant.ts";
import { openEnvelope, openWithSessionKey } from "#lib/pgp/open.ts";
import { seal } from "#lib/pgp/seal.ts";
import type { SessionKey } from "#lib/pgp/session-key.ts";
import { unlockKey, type UnlockedKey } from "#lib/pgp/unlock.ts";
import { chanceOf } from "#e2e/support/chance.ts";
import { mutate } from "#e2e/support/mutate.ts";
import { tally, type Tally } from "#e2e/support/tally.ts";

/** Longer than the 8 KiB at which gpg begins to write lengths in parts. */
const entity = utf8(`Content-Type: text/plain\r\n\r\n${"An overflow in libmarrow. ".repeat(800)}\r\n`);

interface Reader extends ReaderCertificate {
  readonly fingerprint: string;
  readonly key: UnlockedKey;
}

/** A sound envelope, a reader of it, and its session key where we have made it. */
interface Envelope {
  readonly message: Uint8Array<ArrayBuffer>;
  readonly reader: Reader;
  readonly sessionKey: SessionKey | null;
}

/** Envelopes of our own and of gpg's, with Curve25519 and RSA readers, ready to be damaged. */
export async function soundEnvelopes(home: GpgHome): Promise<readonly [Envelope, ...Envelope[]]> {
  const [ada, rita] = await Promise.all([readerOf(home, "Ada", "cv25519"), readerOf(home, "Rita", "rsa3072")]);
  const sealed = expectOk(await seal({ entity, readers: [ada, rita], signer: ada.key, at: new Date() }));
  const { sessionKey } = sealed;
  const ours = concatBytes(...sealed.keyPackets.map(({ bytes }) => bytes), sealed.body);
  const recipients = [ada, rita].flatMap(({ fingerprint }) => ["-r", fingerprint]);
  const theirs = new Uint8Array(await home.output(["--encrypt", ...recipients], entity));
  const byAda = { reader: ada, sessionKey };
  // Opening with RSA is slow without native help, so that few are opened with it.
  return [
    { ...byAda, message: ours },
    { ...byAda, message: ours },
    { reader: ada, sessionKey: null, message: theirs },
    { reader: ada, sessionKey: null, message: theirs },
    { reader: rita, sessionKey, message: ours },
  ];
}

/** Damages envelopes and tries to open each, as its reader's browser does with what a hostile server gives it. */
export function openMutatedEnvelopes(
  sound: readonly [Envelope, ...Envelope[]],
  seed: number,
  count: number,
): Promise<Tally> {
  const chance = chanceOf(seed);
  return tally({ seed, count }, () => {
    const envelope = chance.oneOf(sound);
    const { message: other } = chance.oneOf(sound);
    const { how, bytes } = mutate(envelope.message, { chance, other, armor: armorMessage });
    return { how, run: () => openDamaged(bytes, envelope) };
  });
}

async function openDamaged(bytes: Uint8Array, { reader, sessionKey }: Envelope): Promise<string> {
  const dearmored = dearmor(bytes);
  if (!dearmored.ok) return dearmored.problem.code;
  const judging = { signers: [{ name: reader.name, certificate: reader.certificate }], at: new Date() };
  if (sessionKey !== null) {
    // The framing may be all that the damage has left: whoever holds the session key must notice as well.
    const opened = await openWithSessionKey({ body: dearmored.value.bytes, sessionKey, ...judging });
    if (opened.ok) expectSame(opened.value.entity);
  }
  const split = splitEnvelope(dearmored.value.bytes);
  if (!split.ok) return split.problem.code;
  const own = split.value.keyPackets.filter(({ encryptionKeyId }) => reader.key.keyIds.includes(encryptionKeyId));
  let outcome = "no key packet for this reader";
  for (const { bytes: keyPacket } of own) {
    const opened = await openEnvelope({ keyPacket, body: split.value.body, key: reader.key, ...judging });
    if (!opened.ok) return opened.problem.code;
    expectSame(opened.value.entity);
    outcome = "the same text";
  }
  return outcome;
}

function expectSame(opened: Uint8Array): void {
  if (!equalBytes(opened, entity)) throw new Error("opened with another text than was sealed");
}

async function readerOf(home: GpgHome, name: string, algorithm: "cv25519" | "rsa3072"): Promise<Reader> {
  const fingerprint = await home.makeKey(`${name} <${name}@example.org>`, algorithm);
  const privateKey = await home.exportPrivateKey(fingerprint);
  return {
    name,
    fingerprint,
    certificate: await home.exportCertificate(fingerprint),
    key: expectOk(await unlockKey({ privateKey, passphrase: "" })),
  };
}
