import { concatBytes } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { armorCertificates, minimizeCertificate } from "#lib/pgp/certificate.ts";
import { fixture, fixturesAt } from "#lib/pgp/fixtures/read-fixture.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { grant } from "#lib/pgp/grant.ts";
import { recoverSessionKey } from "#lib/pgp/open.ts";
import { readCertificates } from "#lib/pgp/read-certificates.ts";
import { newSessionKey } from "#lib/pgp/session-key.ts";
import { type CertificateSummary, judgeCertificate } from "#lib/pgp/verdict.ts";
import { chanceOf } from "#e2e/support/chance.ts";
import { mutate } from "#e2e/support/mutate.ts";
import { tally, type Tally } from "#e2e/support/tally.ts";

/** Of every kind that is usable; of one the owner is at hand, to see that they can open what is sealed to a mutant. */
export interface SoundCertificates {
  readonly owner: FreshKey;
  readonly all: readonly [CertificateSummary, ...CertificateSummary[]];
}

const fixtures = ["rsa2048", "rsa4096", "nist-p256", "cert-only-primary", "two-encryption-subkeys", "photo"] as const;

export async function soundCertificates(): Promise<SoundCertificates> {
  const owner = await freshKey("Owner");
  const others = await Promise.all([...fixtures, "distros-list-2011"].map(fixture));
  const judged = await Promise.all(others.map((each) => judgeCertificate(each, fixturesAt)));
  const own = expectOk(await judgeCertificate(owner.certificate, fixturesAt)).certificate;
  return { owner, all: [own, ...judged.map((verdict) => expectOk(verdict).certificate)] };
}

/** Damages certificates and offers each as an upload. What is taken is its owner's, and they can open what it seals. */
export function offerMutatedCertificates(sound: SoundCertificates, seed: number, count: number): Promise<Tally> {
  const chance = chanceOf(seed);
  return tally({ seed, count }, () => {
    const { bytes: certificate } = chance.oneOf([sound.all[0], ...sound.all]);
    const { bytes: other } = chance.oneOf(sound.all);
    const armor = (bytes: Uint8Array) => armorCertificates([bytes]);
    const { how, bytes } = mutate(certificate, { chance, other, armor });
    return { how, run: () => offerDamaged(bytes, sound) };
  });
}

async function offerDamaged(bytes: Uint8Array, sound: SoundCertificates): Promise<string> {
  const read = await readCertificates(bytes);
  if (!read.ok) return read.problem.code;
  let outcome = "none";
  for (const each of read.value) {
    outcome = await judgeDamaged(each.bytes, sound);
  }
  return outcome;
}

async function judgeDamaged(bytes: Uint8Array, sound: SoundCertificates): Promise<string> {
  const small = await minimizeCertificate(bytes);
  const verdict = await judgeCertificate(small.ok ? small.value : bytes, fixturesAt);
  if (!verdict.ok) return verdict.problem.code;
  const { certificate } = verdict.value;
  const original = sound.all.find(({ fingerprint }) => fingerprint === certificate.fingerprint);
  if (original === undefined) throw new Error("usable, and nobody's");
  const keyIds = [original.encryptionKeyId, ...original.otherKeyIds];
  if (!keyIds.includes(certificate.encryptionKeyId)) throw new Error("usable, with a key that its owner does not have");
  const strange = certificate.userIds.filter((userId) => !original.userIds.includes(userId));
  if (strange.length > 0) throw new Error("usable, with a user id that its owner never signed");
  if (certificate.fingerprint === sound.owner.fingerprint) await expectOwnerOpens(bytes, sound.owner);
  return "usable, and its owner's";
}

async function expectOwnerOpens(certificate: Uint8Array, owner: FreshKey): Promise<void> {
  const sessionKey = newSessionKey();
  const reader = { name: owner.name, certificate: concatBytes(certificate) };
  const granted = expectOk(await grant({ sessionKey, reader, at: fixturesAt }));
  const recovered = expectOk(await recoverSessionKey(granted.bytes, owner.key));
  if (!Buffer.from(recovered).equals(sessionKey)) throw new Error("sealed to it, it opens with another session key");
}
