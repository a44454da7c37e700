import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma } from "./generated/client.ts";
import { prismaClient } from "./client.ts";
import { noteLoss } from "./lost.ts";
import { currentWhole } from "./whole.ts";

export type Transaction = Prisma.TransactionClient;

/** What row-level security is told of who asks. Without claims PostgreSQL shows no private row at all. */
export interface Claims {
  readonly actor: "anonymous" | "reporter" | "member" | "coordinator" | "system";
  /** Empty unless a member or coordinator asks. */
  readonly memberId: string;
  /** Empty unless a reporter asks. */
  readonly reportId: string;
}

interface Running {
  readonly transaction: Transaction;
  readonly claims: Claims;
}

const running = new AsyncLocalStorage<Running>();

/**
 * Does `work` in one transaction in which PostgreSQL's row-level security knows the claims. A refusal (a `Result` that
 * is not ok) undoes what was written before it, as a throw does.
 * Inside a transaction that is already running with the same claims it joins that one.
 */
export async function withClaims<Value>(
  claims: Claims,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const outer = running.getStore();
  if (outer !== undefined) {
    if (!sameClaims(outer.claims, claims)) throw new Error("a transaction cannot change who asks");
    return work(outer.transaction);
  }
  const refusal: { value?: Value } = {};
  try {
    return await transactionOfItsOwn(async (transaction) => {
      await claim(transaction, claims);
      const value = await running.run({ transaction, claims }, () => work(transaction));
      if (!isRefusal(value)) return value;
      refusal.value = value;
      throw new Error("undone because it was refused");
    });
  } catch (error) {
    if (refusal.value !== undefined) return refusal.value;
    noteLoss(error);
    throw error;
  }
}

/** A transaction, or within a whole a part of its transaction that is undone by itself where it throws. */
async function transactionOfItsOwn<Value>(work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  const whole = currentWhole();
  if (whole === undefined) return prismaClient().$transaction(work);
  return whole.inTurn(async (transaction) => {
    await transaction.$executeRaw`savepoint part`;
    try {
      return await work(transaction);
    } catch (error) {
      await transaction.$executeRaw`rollback to savepoint part`;
      throw error;
    } finally {
      await claim(transaction, nobody);
      await transaction.$executeRaw`release savepoint part`;
    }
  });
}

const nobody: Claims = { actor: "anonymous", memberId: "", reportId: "" };

async function claim(transaction: Transaction, { actor, memberId, reportId }: Claims): Promise<void> {
  await transaction.$executeRaw`select fortnight_claim(${actor}, ${memberId}, ${reportId})`;
}

function isRefusal(value: unknown): boolean {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}

function sameClaims(left: Claims, right: Claims): boolean {
  return left.actor === right.actor && left.memberId === right.memberId && left.reportId === right.reportId;
}
