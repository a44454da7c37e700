import { addDays } from "#lib/base/instant.ts";
import { unshared } from "#lib/base/bytes.ts";
import type { ReaderCertificate } from "#lib/pgp/grant.ts";
import { openpgp } from "#lib/pgp/library.ts";
import { demoPassphrase, makeDemoKey, type DemoAlgorithm } from "#prisma/seed/demo-key.ts";

/** As a list's readers are mixed: half of them Curve25519, a quarter of each kind of RSA. */
const mix: readonly DemoAlgorithm[] = ["Curve25519", "RSA 4096", "Curve25519", "RSA 3072"];

export interface MixedCertificate extends ReaderCertificate {
  readonly fingerprint: string;
}

/**
 * Certificates of as many readers, of several kinds in turn. Of each RSA kind there is one pair of numbers, under ever
 * other dates: finding new ones takes seconds, and programs take as long over the same ones.
 */
export async function mixedCertificates(count: number, now: Date): Promise<readonly MixedCertificate[]> {
  const keys = new Map<DemoAlgorithm, openpgp.PrivateKey>();
  for (const algorithm of new Set(mix)) keys.set(algorithm, await freshKey(algorithm, now));
  const certificates: MixedCertificate[] = [];
  for (let number = 0; number < count; number += 1) {
    const key = keys.get(mix[number % mix.length] ?? "Curve25519");
    if (key === undefined) throw new Error("a kind without a key");
    certificates.push(await underAnotherDate(key, number, now));
  }
  return certificates;
}

async function freshKey(algorithm: DemoAlgorithm, now: Date): Promise<openpgp.PrivateKey> {
  const wish = {
    name: "Reader",
    address: "reader@example.org",
    algorithm,
    createdAt: addDays(now, -900),
    validDays: 2_000,
  };
  const { lockedKey } = await makeDemoKey(wish);
  const privateKey = await openpgp.readPrivateKey({ armoredKey: lockedKey });
  return openpgp.decryptKey({ privateKey, passphrase: demoPassphrase });
}

/** What OpenPGP.js does whenever it reads a key, and does not tell in its types. */
interface Fingerprinted {
  readonly computeFingerprintAndKeyID: () => Promise<void>;
}

/** The date is a part of what a fingerprint is of. */
async function underAnotherDate(key: openpgp.PrivateKey, number: number, now: Date): Promise<MixedCertificate> {
  const date = addDays(now, -800 + number);
  for (const { keyPacket } of key.getKeys()) {
    keyPacket.created = date;
    await (keyPacket as typeof keyPacket & Fingerprinted).computeFingerprintAndKeyID();
  }
  const name = `Reader ${String(number)}`;
  const userIDs = [{ name, email: `reader-${String(number)}@example.org` }];
  const { publicKey } = await openpgp.reformatKey({ privateKey: key, userIDs, date, format: "object" });
  const fingerprint = publicKey.getFingerprint().toUpperCase();
  return { name, fingerprint, certificate: unshared(publicKey.write()) };
}
