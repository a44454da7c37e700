import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import type { VaultClient } from "#lib/pgp/client.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { endVaults, openVault } from "#lib/pgp/fixtures/vault-bench.ts";
import { openpgp } from "#lib/pgp/library.ts";
import { forgetKey, keepKey, readKeptKey, type KeyStorage } from "./kept-key.ts";
import { unlockKey } from "./unlock-key.ts";

let ada: FreshKey;
let locked: Uint8Array<ArrayBuffer>;
let bare: Uint8Array<ArrayBuffer>;
let vault: VaultClient;
let storage: KeyStorage;

beforeAll(async () => {
  ada = await freshKey("Ada");
  bare = utf8(ada.privateKey.armor());
  const encrypted = await openpgp.encryptKey({ privateKey: ada.privateKey, passphrase: "correct horse" });
  locked = utf8(encrypted.armor());
});
beforeEach(() => {
  vault = openVault();
  const contents = new Map<string, string>();
  storage = {
    getItem: (name) => contents.get(name) ?? null,
    setItem: (name, value) => void contents.set(name, value),
    removeItem: (name) => void contents.delete(name),
  };
});
afterAll(endVaults);

const unlock = (
  privateKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
  isToBeKept: boolean,
  enrolled: string | null = null,
) => unlockKey({ privateKey, passphrase, isToBeKept }, { vault, storage, enrolled });

describe("unlocking a key", () => {
  test("a key is kept as it is, locked, where its owner wishes, and forgotten again", async () => {
    expect(expectOk(await unlock(locked, "correct horse", true)).keepProblem).toBeNull();
    const kept = readKeptKey(storage);
    expect(kept?.fingerprint).toBe(ada.fingerprint);
    expect(kept?.privateKey).toEqual(locked);
    forgetKey(storage);
    expect(readKeptKey(storage)).toBeNull();
  });

  test("nothing is kept unasked", async () => {
    expect(expectOk(await unlock(locked, "correct horse", false)).keepProblem).toBeNull();
    expect(readKeptKey(storage)).toBeNull();
  });

  test.each(["", "some passphrase"])("a key without a passphrase opens with %j and is not kept", async (passphrase) => {
    const { key, keepProblem } = expectOk(await unlock(bare, passphrase, true));
    expect([key.fingerprint, keepProblem?.code]).toEqual([ada.fingerprint, "KEY_WITHOUT_PASSPHRASE"]);
    expect(readKeptKey(storage)).toBeNull();
  });

  test("a wrong passphrase opens and keeps nothing", async () => {
    expect(await unlock(locked, "wrong", true)).toMatchObject({ problem: { code: "PGP_WRONG_PASSPHRASE" } });
    expect(readKeptKey(storage)).toBeNull();
    expect(await vault.ask("keys", {})).toEqual([]);
  });

  test("another key than the enrolled one is locked again and not kept", async () => {
    const enrolled = "A".repeat(40);
    expect(await unlock(locked, "correct horse", true, enrolled)).toMatchObject({
      problem: { code: "KEY_OTHER_THAN_ENROLLED", facts: { fingerprint: ada.fingerprint, enrolled } },
    });
    expect(await vault.ask("keys", {})).toEqual([]);
    expect(readKeptKey(storage)).toBeNull();
  });

  test("a browser that stores nothing says so, and the key is unlocked all the same", async () => {
    storage = {
      ...storage,
      setItem: () => {
        throw new DOMException("denied", "SecurityError");
      },
    };
    const { keepProblem } = expectOk(await unlock(locked, "correct horse", true));
    expect(keepProblem?.code).toBe("KEY_NOT_KEPT");
  });

  test.each([
    "",
    "null",
    "{}",
    '{"fingerprint":"short","key":"AAAA"}',
    `{"fingerprint":"${"A".repeat(40)}","key":"%"}`,
  ])("what was stored and is no key, %s, is as if there were none", (text) => {
    storage.setItem("fortnight key", text);
    expect(readKeptKey(storage)).toBeNull();
    expect(keepKey(null, { fingerprint: "A".repeat(40), privateKey: locked })).toBe(false);
  });
});
