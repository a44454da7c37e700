import { expectOk } from "#lib/base/result.ts";
import type { VaultContext } from "#lib/pgp/protocol.ts";
import { createVault } from "#lib/pgp/vault.ts";
import { demoPassphrase, type DemoKey } from "./demo-key.ts";

/** The vault of a browser tab, in which the demo's people do what they would do in theirs. */
export type DemoVault = ReturnType<typeof createVault>;

/** Nobody watches, and nobody cancels. */
export const unwatched: VaultContext = { onProgress: () => undefined, signal: new AbortController().signal };

export function openDemoVault(): DemoVault {
  return createVault();
}

/** Unlocks a demo key in the vault, and returns its fingerprint. */
export async function unlockDemoKey(vault: DemoVault, { lockedKey }: DemoKey): Promise<string> {
  const request = { privateKey: lockedKey, passphrase: demoPassphrase };
  return expectOk(await vault.unlock(request, unwatched)).fingerprint;
}
