import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { withClaims, type Claims } from "./claims.ts";
import { prismaClient } from "./client.ts";

const nobody: Claims = { actor: "anonymous", memberId: "", reportId: "" };
const system: Claims = { actor: "system", memberId: "", reportId: "" };
const at = new Date("2026-03-02T09:00:00Z");

beforeAll(async () => {
  await freshDatabase();
  await withClaims(system, (transaction) =>
    transaction.usedNonce.createMany({ data: { nonce: "one", expiresAt: at } }),
  );
});

describe("claims", () => {
  test("the system sees what is the system's", async () => {
    expect(await withClaims(system, (transaction) => transaction.usedNonce.count())).toBe(1);
  });

  test("nobody else sees it", async () => {
    expect(await withClaims(nobody, (transaction) => transaction.usedNonce.count())).toBe(0);
  });

  test("without claims there is nothing to see", async () => {
    expect(await prismaClient().usedNonce.count()).toBe(0);
  });

  test("claims end with their transaction", async () => {
    await withClaims(system, (transaction) => transaction.usedNonce.count());
    const [row] = await prismaClient().$queryRaw<{ actor: string | null }[]>`
      select nullif(current_setting('fortnight.actor', true), '') as actor`;
    expect(row?.actor ?? null).toBeNull();
  });

  test("a transaction does not change who asks", async () => {
    const change = withClaims(nobody, () => withClaims(system, (transaction) => transaction.usedNonce.count()));
    await expect(change).rejects.toThrow("cannot change who asks");
  });

  test("what fails half-way leaves nothing", async () => {
    const failing = withClaims(system, async (transaction) => {
      await transaction.usedNonce.createMany({ data: { nonce: "two", expiresAt: at } });
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect(await withClaims(system, (transaction) => transaction.usedNonce.count())).toBe(1);
  });

  test("an event carries the hash of the event before it", async () => {
    for (const kind of ["first", "second"])
      await withClaims(system, (transaction) =>
        transaction.event.createMany({ data: { at, kind, actorKind: "system", facts: {} } }),
      );
    const [first, second] = await withClaims(system, (transaction) =>
      transaction.event.findMany({ orderBy: { id: "asc" } }),
    );
    expect(first?.previousHash).toBe("");
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.previousHash).toBe(first?.hash);
  });

  test("an event cannot be changed or removed", async () => {
    const changed = await withClaims(system, (transaction) =>
      transaction.event.updateMany({ data: { kind: "other" } }),
    );
    const removed = await withClaims(system, (transaction) => transaction.event.deleteMany());
    expect([changed.count, removed.count]).toEqual([0, 0]);
  });
});
