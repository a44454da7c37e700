import { unshared } from "#lib/base/bytes.ts";
import { openpgp } from "#lib/pgp/library.ts";

export type DemoAlgorithm = "RSA 3072" | "RSA 4096" | "Curve25519";

export interface DemoKeyWish {
  readonly name: string;
  readonly address: string;
  readonly algorithm: DemoAlgorithm;
  readonly createdAt: Date;
  /** From `createdAt` on. */
  readonly validDays: number;
}

export interface DemoKey {
  /** Binary. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** Armoured, locked with {@link demoPassphrase}. */
  readonly lockedKey: string;
  readonly fingerprint: string;
}

/** Of every demo key. It is printed and published, so it protects nothing: it is there to be typed. */
export const demoPassphrase = "fortnight-demo";

/** 64 KiB of hashing: with a passphrase that everybody knows, more would only cost time. */
const hashingCountByte = 96;

const secondsADay = 86_400;

/** A fresh key of OpenPGP version 4 that GnuPG 2.2 reads. RSA takes a second or so on another thread. */
export async function makeDemoKey(wish: DemoKeyWish): Promise<DemoKey> {
  const { name, address, algorithm, createdAt, validDays } = wish;
  const { privateKey, publicKey } = await openpgp.generateKey({
    ...kinds[algorithm],
    userIDs: [{ name, comment: "demo", email: address }],
    date: createdAt,
    keyExpirationTime: validDays * secondsADay,
    format: "object",
  });
  const locked = await openpgp.encryptKey({
    privateKey,
    passphrase: demoPassphrase,
    config: { s2kIterationCountByte: hashingCountByte },
  });
  return {
    certificate: unshared(publicKey.write()),
    lockedKey: locked.armor(),
    fingerprint: publicKey.getFingerprint().toUpperCase(),
  };
}

const kinds = {
  "RSA 3072": { type: "rsa", rsaBits: 3072 },
  "RSA 4096": { type: "rsa", rsaBits: 4096 },
  Curve25519: { type: "ecc", curve: "curve25519Legacy" },
} as const;
