import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { ok, refused } from "#lib/base/result.ts";
import { withClaims, type Claims, type Transaction } from "./claims.ts";
import { prismaClient } from "./client.ts";
import { asOneWhole } from "./whole.ts";

const nobody: Claims = { actor: "anonymous", memberId: "", reportId: "" };
const system: Claims = { actor: "system", memberId: "", reportId: "" };
const at = new Date("2026-03-02T09:00:00Z");

beforeEach(async () => {
  await freshDatabase();
});

const count = (transaction: Transaction) => transaction.usedNonce.count();
const write = (nonce: string) =>
  withClaims(system, (transaction) => transaction.usedNonce.createMany({ data: { nonce, expiresAt: at } }));

describe("a whole", () => {
  test("is written together, whoever acts in it, and each sees what is theirs", async () => {
    await asOneWhole(async () => {
      await write("one");
      expect(await withClaims(nobody, count)).toBe(0);
      expect(await withClaims(system, count)).toBe(1);
      expect(await prismaClient().$queryRaw`select from "UsedNonce"`, "seen by nobody outside").toEqual([]);
      await write("two");
    });
    expect(await withClaims(system, count)).toBe(2);
  });

  test("that fails at its end leaves nothing", async () => {
    const failing = asOneWhole(async () => {
      await write("one");
      throw new Error("at the end");
    });
    await expect(failing).rejects.toThrow("at the end");
    expect(await withClaims(system, count)).toBe(0);
  });

  test("keeps the rest where a part of it is refused, throws, or is refused by the database", async () => {
    await asOneWhole(async () => {
      await write("kept");
      const refusal = refused({ code: "NOT_FOUND", facts: {} } as const);
      const refusing = withClaims(system, async (transaction) => {
        await transaction.usedNonce.createMany({ data: { nonce: "refused", expiresAt: at } });
        return refusal;
      });
      expect(await refusing).toEqual(refusal);
      await expect(write("kept")).rejects.toThrow();
      await write("kept too");
    });
    expect(await withClaims(system, count)).toBe(2);
  });

  test("lets parts that begin at once take turns, each under its own claims", async () => {
    const seen = await asOneWhole(() =>
      Promise.all([write("one"), withClaims(nobody, count), write("two"), withClaims(system, count)]),
    );
    expect([seen[1], seen[3]]).toEqual([0, 2]);
  });

  test("changes nothing about a part: it does not change who asks", async () => {
    const change = asOneWhole(() => withClaims(nobody, () => withClaims(system, count)));
    await expect(change).rejects.toThrow("cannot change who asks");
    expect(await asOneWhole(() => withClaims(system, () => Promise.resolve(ok(1))))).toEqual(ok(1));
  });
});
