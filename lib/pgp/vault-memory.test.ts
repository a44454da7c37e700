import { beforeEach, describe, expect, test } from "vitest";
import { hex } from "#lib/base/bytes.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import { sealedAt as at, sealedEntity as entity } from "./fixtures/vault-bench.ts";
import { expectOk } from "#lib/base/result.ts";
import { seal } from "./seal.ts";
import { newSessionKey } from "./session-key.ts";
import { privateKeyOf } from "./unlock.ts";
import { emptyMemory, fitsCommitment, lockMemory, recoverWith, type VaultMemory } from "./vault-memory.ts";

const zeros = new Uint8Array(32);

describe("what a vault remembers", () => {
  let memory: VaultMemory;

  beforeEach(async () => {
    memory = emptyMemory();
    for (const { fingerprint, key } of await Promise.all([freshKey("Ada"), freshKey("Grace")])) {
      memory.keys.set(fingerprint, key);
    }
    memory.sessionKeys.set("one", newSessionKey());
    memory.keyringSessionKey = newSessionKey();
  });

  test("is overwritten when all is locked, and not only let go of", () => {
    const keys = [...memory.keys.values()];
    const sessionKeys = [...memory.sessionKeys.values(), memory.keyringSessionKey];
    lockMemory(memory, null);
    expect(sessionKeys).toEqual([zeros, zeros]);
    for (const key of keys) expect(() => privateKeyOf(key)).toThrow("locked");
    expect([memory.keys.size, memory.sessionKeys.size, memory.keyringSessionKey]).toEqual([0, 0, null]);
  });

  test("stays as it was when one key is locked, but for that key", () => {
    const [[locked, key] = [], [other, otherKey] = []] = [...memory.keys];
    if (locked === undefined || key === undefined || otherKey === undefined) throw new Error("no two keys");
    const sessionKey = hex(memory.sessionKeys.get("one") ?? zeros);
    const keyringSessionKey = hex(memory.keyringSessionKey ?? zeros);
    lockMemory(memory, locked);
    expect(() => privateKeyOf(key)).toThrow("locked");
    expect([...memory.keys]).toEqual([[other, otherKey]]);
    expect(() => privateKeyOf(otherKey)).not.toThrow();
    expect(hex(memory.sessionKeys.get("one") ?? zeros)).toBe(sessionKey);
    expect(hex(memory.keyringSessionKey ?? zeros)).toBe(keyringSessionKey);
  });
});

describe("a session key in several key packets", () => {
  test("is found in whichever opens, wherever a damaged one stands", async () => {
    const [ada, grace, stranger] = await Promise.all([freshKey("Ada"), freshKey("Grace"), freshKey("a stranger")]);
    const sealed = expectOk(await seal({ entity, readers: [stranger, ada, grace], signer: null, at }));
    const [foreign, first, second] = sealed.keyPackets.map(({ bytes }) => bytes);
    if (foreign === undefined || first === undefined || second === undefined) throw new Error("no three key packets");
    const damaged = first.map((byte, index) => (index === first.length - 1 ? byte ^ 1 : byte));
    const memory = emptyMemory();
    const found = { ok: true, value: sealed.sessionKey };
    expect(await recoverWith(memory, { keyPackets: [first, second] })).toMatchObject({
      problem: { code: "PGP_NOT_UNLOCKED" },
    });
    for (const { fingerprint, key } of [ada, grace]) memory.keys.set(fingerprint, key);
    expect(await recoverWith(memory, { keyPackets: [foreign, damaged, second] })).toEqual(found);
    expect(await recoverWith(memory, { keyPackets: [second, damaged, foreign] })).toEqual(found);
    expect(await recoverWith(memory, { keyPackets: [damaged, foreign] })).toMatchObject({
      problem: { code: "PGP_DOES_NOT_OPEN" },
    });
    expect(await recoverWith(memory, { keyPackets: [foreign, Uint8Array.of(1)] })).toMatchObject({
      problem: { code: "PGP_NOT_UNLOCKED" },
    });
  });
});

test("a commitment that is no hexadecimal fits nothing, and none is none", async () => {
  expect(await fitsCommitment("no commitment", newSessionKey(), entity)).toBe("mismatch");
  expect(await fitsCommitment("", newSessionKey(), entity)).toBe("mismatch");
  expect(await fitsCommitment(null, newSessionKey(), entity)).toBe("none");
});
