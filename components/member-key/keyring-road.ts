import { ok, refused, type Result } from "#lib/base/result.ts";
import { keyringResponseSchema, sealedKeyringSchema } from "#lib/schema/member-requests.ts";
import { jsonBody, requestDone, requestJson } from "#components/request/request.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";

const address = "/api/v1/keyring";

/**
 * Takes the session keys of the member's keyring envelope into the vault; answers how many there were, 0 where there is
 * no keyring yet. One that cannot be read is as good as none: the next saving replaces it.
 *
 * @param sessionKeyLine - What gpg printed for the keyring's ticket; null to open it with the unlocked key.
 */
export async function loadKeyring(vault: Vault, sessionKeyLine: string | null): Promise<Result<number, ShownProblem>> {
  const answer = await requestJson(address, keyringResponseSchema);
  if (!answer.ok) return answer;
  if (answer.value.keyring === null) return ok(0);
  const { body, keyPacket } = answer.value.keyring;
  const opened = await vaultAnswer(vault.ask("openKeyring", { body, keyPacket, sessionKeyLine }));
  if (opened.ok || sessionKeyLine !== null || opened.problem.code === "VAULT_ENDED") return opened;
  return ok(0);
}

export interface KeyringOwner {
  readonly name: string;
  /** Binary; sealing to it needs no private key. */
  readonly certificate: Uint8Array;
}

/** Stores all session keys that the vault holds, sealed to their owner; answers how many they are. */
export async function saveKeyring(
  vault: Vault,
  owner: KeyringOwner,
  {
    at,
    savedSize,
  }: { readonly at: Date; /** As many as are stored already are not stored again. */ readonly savedSize: number },
): Promise<Result<number, ShownProblem>> {
  const sealed = await vaultAnswer(vault.ask("sealKeyring", { owner, at }));
  if (!sealed.ok) return sealed;
  const { keyPacket, body, emptyBody, size } = sealed.value;
  if (size === savedSize || size === 0) return ok(size);
  const keyring = sealedKeyringSchema.safeEncode({ keyPacket: keyPacket.bytes, body, emptyBody });
  if (!keyring.success) return refused(shownProblem({ code: "PGP_KEYRING_UNREADABLE", facts: {} }));
  const stored = await requestDone(address, jsonBody("PUT", keyring.data));
  return stored.ok ? ok(size) : stored;
}
