import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { utf8 } from "#lib/base/bytes.ts";
import { expectOk, ok, refused } from "#lib/base/result.ts";
import type { SealedBody, SealedKeyringParts } from "#lib/pgp/client.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { endVaults, openVault, openVaultOf, received, sealedAt, sealInVault } from "#lib/pgp/fixtures/vault-bench.ts";
import { shownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";
import { MemberKeyStore } from "./member-key-store.ts";
import type { KeyInput } from "./unlock-key.ts";

let ada: FreshKey;
let grace: FreshKey;
let mail: SealedBody;
let input: KeyInput;
let stored: SealedKeyringParts | null;
let savedSizes: number[];
let store: MemberKeyStore;
let tab: Vault;

beforeAll(async () => {
  [ada, grace] = await Promise.all([freshKey("Ada"), freshKey("Grace")]);
  mail = received(await sealInVault(await openVaultOf(ada), [ada, grace], null), ada, crypto.randomUUID());
});

/** A portal that keeps one keyring, and a tab in front of it. */
function newTab(): void {
  tab = openVault();
  store = new MemberKeyStore({
    connect: () => tab,
    hasVault: () => true,
    storage: null,
    owner: { name: "Ada", certificate: ada.certificate, fingerprint: ada.fingerprint },
    now: () => sealedAt,
    async loadKeyring(vault, sessionKeyLine) {
      if (stored === null) return ok(0);
      const { body, keyPacket } = stored;
      return vaultAnswer(vault.ask("openKeyring", { body, keyPacket: keyPacket.bytes, sessionKeyLine }));
    },
    async saveKeyring(vault, owner, { at, savedSize }) {
      const sealed = expectOk(await vault.ask("sealKeyring", { owner, at }));
      if (sealed.size !== savedSize) savedSizes.push(sealed.size);
      stored = sealed;
      return ok(sealed.size);
    },
  });
}

beforeEach(() => {
  stored = null;
  savedSizes = [];
  input = { privateKey: utf8(ada.privateKey.armor()), passphrase: "", isToBeKept: false };
  newTab();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  store.end();
  vi.useRealTimers();
});
afterAll(endVaults);

const open = () => store.vault.ask("open", { bodies: [mail], signers: [], at: sealedAt });

/** Lets the quiet pass after which the keyring is stored. */
async function quiet(): Promise<void> {
  await vi.runOnlyPendingTimersAsync();
  await vi.waitFor(() => {
    expect(savedSizes.length).toBeGreaterThan(0);
  });
}

describe("a member's keys in a tab", () => {
  test("are locked at first, and unlocked with the enrolled key", async () => {
    expect(store.snapshot().state.kind).toBe("unknown");
    await store.begin();
    expect(store.snapshot().state.kind).toBe("locked");
    expectOk(await store.unlock(input));
    expect(store.snapshot().state).toEqual({ kind: "unlocked", canSign: true });
  });

  test("are found unlocked after a sign-in in the same tab", async () => {
    expectOk(await tab.ask("unlock", input));
    await store.begin();
    expect(store.snapshot().state.kind).toBe("unlocked");
  });

  test("stay locked with another's key", async () => {
    await store.begin();
    const other = { ...input, privateKey: utf8(grace.privateKey.armor()) };
    expect(await store.unlock(other)).toMatchObject({ problem: { code: "KEY_OTHER_THAN_ENROLLED" } });
    expect(store.snapshot().state.kind).toBe("locked");
  });

  test("each change is a reason to try again what did not open", async () => {
    const seen = [store.snapshot().keysAtHand];
    store.subscribe(() => seen.push(store.snapshot().keysAtHand));
    await store.begin();
    expectOk(await store.unlock(input));
    await store.lock();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(4);
  });

  test("what was opened is kept in the keyring once, and opens without the key packet in the next tab", async () => {
    await store.begin();
    expectOk(await store.unlock(input));
    expect((await open())[0]).toMatchObject({ ok: true });
    expect((await open())[0]).toMatchObject({ ok: true });
    await quiet();
    expect(savedSizes).toEqual([1]);

    newTab();
    await store.begin();
    expectOk(await store.unlock(input));
    const [again] = await store.vault.ask("open", { bodies: [{ ...mail, keyPackets: [] }], signers: [], at: sealedAt });
    expect(again).toMatchObject({ ok: true });
  });

  test("locking forgets everything, and says so to whatever shows opened text", async () => {
    await store.begin();
    expectOk(await store.unlock(input));
    await open();
    await store.lock();
    expect(store.snapshot()).toMatchObject({ state: { kind: "locked" }, lockedCount: 1 });
    expect((await open())[0]).toMatchObject({ problem: { code: "PGP_NOT_UNLOCKED" } });
  });

  test("a keyring that cannot be read is no reason not to unlock", async () => {
    store = new MemberKeyStore({
      connect: () => tab,
      hasVault: () => true,
      storage: null,
      owner: { name: "Ada", certificate: ada.certificate, fingerprint: ada.fingerprint },
      now: () => sealedAt,
      loadKeyring: () => Promise.resolve(refused(shownProblem({ code: "PGP_KEYRING_UNREADABLE", facts: {} }))),
      saveKeyring: () => Promise.resolve(ok(0)),
    });
    await store.begin();
    expectOk(await store.unlock(input));
    expect(store.snapshot().isKeyringOpen).toBe(false);
  });
});
