import { ok, refused, type Result } from "#lib/base/result.ts";
import type { KeySummary } from "#lib/pgp/client.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";
import { keepKey, type KeptKey, type KeyStorage } from "./kept-key.ts";

export interface KeyInput {
  /** Armoured or binary. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
  /** Keep it on this device, locked as it is. */
  readonly isToBeKept: boolean;
}

export interface Unlocking {
  readonly vault: Vault;
  readonly storage: KeyStorage | null;
  /** The key that its owner is enrolled with; null where nobody knows yet. */
  readonly enrolled: string | null;
}

export interface UnlockOutcome {
  readonly key: KeySummary;
  /** Why the key was unlocked but not kept, where it was to be kept. */
  readonly keepProblem: ShownProblem | null;
}

/**
 * Unlocks a key in the vault, and keeps it on this device where asked, and only where a passphrase protects it there.
 *
 * @problem PGP_NOT_A_PRIVATE_KEY when there is none, and the problems of the vault's `unlock`.
 * @problem KEY_OTHER_THAN_ENROLLED when it is not the one that is wanted; it is locked again.
 */
export async function unlockKey(
  { privateKey, passphrase, isToBeKept }: KeyInput,
  { vault, storage, enrolled }: Unlocking,
): Promise<Result<UnlockOutcome, ShownProblem>> {
  if (privateKey.length === 0) return refused(shownProblem({ code: "PGP_NOT_A_PRIVATE_KEY", facts: {} }));
  const unlocked = await vaultAnswer(vault.ask("unlock", { privateKey, passphrase }));
  if (!unlocked.ok) return unlocked;
  const { fingerprint } = unlocked.value;
  if (enrolled !== null && enrolled !== fingerprint) {
    await vault.ask("lock", { fingerprint });
    return refused(shownProblem({ code: "KEY_OTHER_THAN_ENROLLED", facts: { fingerprint, enrolled } }));
  }
  const keepProblem = isToBeKept ? await keepIfProtected({ fingerprint, privateKey }, { vault, storage }) : null;
  return ok({ key: unlocked.value, keepProblem });
}

async function keepIfProtected(
  key: KeptKey,
  { vault, storage }: Pick<Unlocking, "vault" | "storage">,
): Promise<ShownProblem | null> {
  // Whatever opens without a passphrase could be used by anybody who opens this browser.
  const opened = await vaultAnswer(vault.ask("unlock", { privateKey: key.privateKey, passphrase: "" }));
  if (opened.ok) return shownProblem({ code: "KEY_WITHOUT_PASSPHRASE", facts: {} });
  return keepKey(storage, key) ? null : shownProblem({ code: "KEY_NOT_KEPT", facts: {} });
}
