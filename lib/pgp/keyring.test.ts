import { beforeAll, describe, expect, test } from "vitest";
import { utf8 } from "#lib/base/bytes.ts";
import { addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { freshKey, type FreshKey } from "./fixtures/fresh-key.ts";
import { openKeyring, sealKeyring } from "./keyring.ts";
import { recoverSessionKey } from "./open.ts";
import { seal } from "./seal.ts";
import { newSessionKey } from "./session-key.ts";

const at = new Date("2026-03-02T09:00:00Z");

let ada: FreshKey;

beforeAll(async () => {
  ada = await freshKey("Ada");
});

describe("a keyring", () => {
  const entries = new Map(Array.from({ length: 500 }, (_, index) => [`envelope-${String(index)}`, newSessionKey()]));

  test("gives its owner back every session key", async () => {
    const ring = expectOk(await sealKeyring({ entries, owner: ada, at }));
    const [keyPacket] = ring.keyPackets;
    const sessionKey = expectOk(await recoverSessionKey(keyPacket?.bytes ?? new Uint8Array(), ada.key));
    expect(expectOk(await openKeyring({ body: ring.body, sessionKey }))).toEqual(entries);
  });

  test("tells by its length only roughly how much is in it", async () => {
    const length = async (count: number) => {
      const some = new Map([...entries].slice(0, count));
      return expectOk(await sealKeyring({ entries: some, owner: ada, at })).body.length;
    };
    expect(await length(1)).toBe(await length(90));
    expect(await length(90)).not.toBe(await length(500));
  });

  test("keeps its session key when it is renewed for a reader by ticket", async () => {
    const first = expectOk(await sealKeyring({ entries, owner: ada, at }));
    const { sessionKey } = first;
    const second = expectOk(await sealKeyring({ entries: new Map(), owner: ada, sessionKey, at: addHours(at, 1) }));
    expect(expectOk(await openKeyring({ body: second.body, sessionKey })).size).toBe(0);
  });

  test("takes ids of 1 to 64 letters, digits, dashes and underscores, and keys of AES alone", async () => {
    const sealed = async (id: string, sessionKey = newSessionKey()) => {
      const ring = expectOk(await sealKeyring({ entries: new Map([[id, sessionKey]]), owner: ada, at }));
      return expectOk(await openKeyring(ring));
    };
    for (const id of ["a", "Zz_-09", "x".repeat(64)]) expect((await sealed(id)).has(id)).toBe(true);
    for (const length of [16, 24, 32])
      expect((await sealed("a", new Uint8Array(length))).get("a")).toHaveLength(length);
    const refuse = (id: string, sessionKey = newSessionKey()) => {
      expect(() => sealKeyring({ entries: new Map([[id, sessionKey]]), owner: ada, at })).toThrow();
    };
    for (const id of ["", "x".repeat(65), "a b", "a\nb", "ä", ".a"]) refuse(id);
    refuse("a", new Uint8Array(20));
  });

  test("fills a block to its last byte before it takes another", async () => {
    const lengthWith = async (longIds: number) => {
      // After a first line of 21 bytes 100 entries, each of an id and 66 bytes more.
      const idOf = (index: number) =>
        String(index)
          .padStart(3, "0")
          .padEnd(index < longIds ? 16 : 15, "x");
      const filled = new Map(Array.from({ length: 100 }, (_, index) => [idOf(index), newSessionKey()]));
      return expectOk(await sealKeyring({ entries: filled, owner: ada, at })).body.length;
    };
    const oneBlock = expectOk(await sealKeyring({ entries: new Map(), owner: ada, at })).body.length;
    expect(21 + 100 * 66 + 71 * 16 + 29 * 15).toBe(8192);
    expect([await lengthWith(70), await lengthWith(71)]).toEqual([oneBlock, oneBlock]);
    // Its two packets then tell their lengths in five bytes each, where two had sufficed.
    expect(await lengthWith(72)).toBe(oneBlock + 8192 + 2 * 3);
  });

  test("does not open with another's session key", async () => {
    const { body } = expectOk(await sealKeyring({ entries, owner: ada, at }));
    expect(await openKeyring({ body, sessionKey: newSessionKey() })).toMatchObject({
      problem: { code: "PGP_DOES_NOT_OPEN" },
    });
  });

  test.each(
    [
      "",
      "another first line",
      "fortnight keyring v1\nid 00",
      "fortnight keyring v1\na b c",
      `fortnight keyring v1\na ${"00".repeat(20)}`,
      `fortnight keyring v1\na ${"00".repeat(16)} more`,
      `fortnight keyring v1\n${"x".repeat(65)} ${"00".repeat(16)}`,
      `fortnight keyring v1\n.a ${"00".repeat(16)}`,
      `fortnight keyring v1\na\u00a0b ${"00".repeat(16)}`,
      `fortnight keyring v1\na ${"0g".repeat(16)}`,
    ].map((text) => `${text}\n`),
  )("that holds %j is refused", async (text) => {
    const { body, sessionKey } = expectOk(await seal({ entity: utf8(text), readers: [], signer: null, at }));
    expect(await openKeyring({ body, sessionKey })).toMatchObject({ problem: { code: "PGP_KEYRING_UNREADABLE" } });
  });
});
