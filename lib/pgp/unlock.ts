import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { isPassphraseFailure, openpgp } from "./library.ts";

const unlocked = Symbol("unlocked");

/**
 * A private key that can be used without its passphrase. It is opaque: only `lib/pgp` reaches what is behind it, and
 * nothing of it can be cloned, stored or sent. All ids are upper-case hexadecimal.
 */
export interface UnlockedKey {
  readonly [unlocked]: true;
  /** Of the primary key. */
  readonly fingerprint: string;
  /** Ids of primary key and subkeys, whether their secrets are at hand or not. */
  readonly keyIds: readonly string[];
  /** Whether a secret for decrypting is at hand. */
  readonly canDecrypt: boolean;
  /** Whether a secret for signing is at hand. */
  readonly canSign: boolean;
}

export type UnlockProblem = Problem<
  | "PGP_NOT_OPENPGP"
  | "PGP_ARMOR_CHECKSUM"
  | "PGP_NOT_A_PRIVATE_KEY"
  | "PGP_SEVERAL_PRIVATE_KEYS"
  | "PGP_WRONG_PASSPHRASE"
  | "PGP_KEY_STUB"
  | "PGP_KEY_LOCK_UNSUPPORTED"
>;

const secrets = new WeakMap<UnlockedKey, openpgp.PrivateKey>();

/**
 * Opens a private key with its passphrase. Parts whose secrets are elsewhere (a primary key kept offline, subkeys on
 * a smartcard) stay closed, as long as something remains that can decrypt or sign.
 *
 * @param privateKey - Armoured or binary, one key.
 * @param passphrase - Empty where the key has none.
 * @problem PGP_NOT_A_PRIVATE_KEY when it is another kind of OpenPGP data, or its numbers do not belong together.
 * @problem PGP_SEVERAL_PRIVATE_KEYS when there is more than one.
 * @problem PGP_WRONG_PASSPHRASE when the passphrase opens no part of it.
 * @problem PGP_KEY_STUB when all that decrypts or signs is on a smartcard or was taken out.
 * @problem PGP_KEY_LOCK_UNSUPPORTED when it is locked with what this library or browser does not have.
 */
export async function unlockKey({
  privateKey,
  passphrase,
}: {
  readonly privateKey: Uint8Array | string;
  readonly passphrase: string;
}): Promise<Result<UnlockedKey, UnlockProblem>> {
  const found = await readOnePrivateKey(privateKey);
  if (!found.ok) return found;

  const outcomes: SecretOutcome[] = [];
  for (const { keyPacket } of found.value.getKeys()) outcomes.push(await openSecret(keyPacket, passphrase));
  if (outcomes.includes("broken")) return refused({ code: "PGP_NOT_A_PRIVATE_KEY", facts: {} });
  if (!outcomes.includes("open")) {
    if (outcomes.includes("wrong")) return refused({ code: "PGP_WRONG_PASSPHRASE", facts: {} });
    if (outcomes.includes("unsupported")) return refused({ code: "PGP_KEY_LOCK_UNSUPPORTED", facts: {} });
    return refused({ code: "PGP_KEY_STUB", facts: {} });
  }
  const key = await unlockedKeyOf(found.value);
  if (key.canDecrypt || key.canSign) return ok(key);
  return refused({ code: outcomes.includes("wrong") ? "PGP_WRONG_PASSPHRASE" : "PGP_KEY_STUB", facts: {} });
}

/** Wraps a key whose secrets this library holds already, such as one derived from a receipt. */
export async function unlockedKeyOf(privateKey: openpgp.PrivateKey): Promise<UnlockedKey> {
  const key: UnlockedKey = {
    [unlocked]: true,
    fingerprint: privateKey.getFingerprint().toUpperCase(),
    keyIds: privateKey.getKeyIDs().map((id) => id.toHex().toUpperCase()),
    canDecrypt: await hasOpenSecret(privateKey.getDecryptionKeys(undefined, null)),
    canSign: (await signingKeyId(privateKey, null)) !== null,
  };
  secrets.set(key, privateKey);
  return key;
}

/** What is behind an unlocked key; for `lib/pgp` alone. Throws once the key has been locked. */
export function privateKeyOf(key: UnlockedKey): openpgp.PrivateKey {
  const privateKey = secrets.get(key);
  if (privateKey === undefined) throw new Error("the private key was locked before its use");
  return privateKey;
}

/**
 * The newest part of a key that may sign at an instant and whose secret is at hand.
 *
 * @param at - null for "at any time": expiry is then left out of account.
 */
export async function signingKeyId(privateKey: openpgp.PrivateKey, at: Date | null): Promise<openpgp.KeyID | null> {
  const parts = privateKey.getKeys().filter(({ keyPacket }) => keyPacket.isDecrypted());
  const newestFirst = parts.sort((left, right) => right.getCreationTime().getTime() - left.getCreationTime().getTime());
  for (const part of newestFirst) {
    try {
      const signing = await privateKey.getSigningKey(part.getKeyID(), at);
      return signing.getKeyID();
    } catch {
      // This part may not sign; another may.
    }
  }
  return null;
}

/** Overwrites the secrets and forgets the key. Using it afterwards is a bug and throws. */
export function lockKey(key: UnlockedKey): void {
  const privateKey = secrets.get(key);
  secrets.delete(key);
  for (const part of privateKey?.getKeys() ?? []) {
    const { keyPacket } = part;
    if ("privateParams" in keyPacket && keyPacket.privateParams !== null) wipe(keyPacket.privateParams);
  }
}

function wipe(parameters: object): void {
  for (const parameter of Object.values(parameters)) if (parameter instanceof Uint8Array) parameter.fill(0);
}

async function readOnePrivateKey(input: Uint8Array | string): Promise<Result<openpgp.PrivateKey, UnlockProblem>> {
  const dearmored = dearmor(input);
  if (!dearmored.ok) return dearmored;
  try {
    const keys = await openpgp.readPrivateKeys({ binaryKeys: dearmored.value.bytes });
    const [key, ...others] = keys;
    if (key === undefined) return refused({ code: "PGP_NOT_A_PRIVATE_KEY", facts: {} });
    if (others.length === 0) return ok(key);
    const fingerprints = keys.map((each) => each.getFingerprint().toUpperCase());
    return refused({ code: "PGP_SEVERAL_PRIVATE_KEYS", facts: { fingerprints } });
  } catch {
    return refused({ code: "PGP_NOT_A_PRIVATE_KEY", facts: {} });
  }
}

/** `broken`: its secret and public numbers do not belong together, which is how a forged file steals a secret. */
type SecretOutcome = "open" | "wrong" | "unsupported" | "absent" | "broken";

async function openSecret(
  keyPacket: openpgp.Key["keyPacket"] | openpgp.Subkey["keyPacket"],
  passphrase: string,
): Promise<SecretOutcome> {
  if (!("isMissingSecretKeyMaterial" in keyPacket) || keyPacket.isMissingSecretKeyMaterial()) return "absent";
  try {
    if (!keyPacket.isDecrypted()) await keyPacket.decrypt(passphrase);
  } catch (error) {
    return isPassphraseFailure(error) ? "wrong" : "unsupported";
  }
  try {
    await keyPacket.validate();
    return "open";
  } catch {
    return "broken";
  }
}

async function hasOpenSecret(found: Promise<readonly (openpgp.PrivateKey | openpgp.Subkey)[]>): Promise<boolean> {
  try {
    return (await found).some(({ keyPacket }) => keyPacket.isDecrypted());
  } catch {
    return false;
  }
}
