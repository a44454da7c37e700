import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { ListId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { inTransaction } from "./transaction.ts";

export interface ListSummary {
  readonly id: ListId;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly policyVersion: string;
}

const columns = { id: true, name: true, title: true, description: true, policyVersion: true } as const;

/** All lists, by name. Public. */
export async function listLists(actor: Actor): Promise<readonly ListSummary[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.list.findMany({ orderBy: { name: "asc" }, select: columns }),
  );
  return rows.map((row) => ({ ...row, id: row.id as ListId }));
}

/** @problem NOT_FOUND when there is no list of this id. */
export async function findListById(actor: Actor, id: ListId): Promise<Result<ListSummary, Problem<"NOT_FOUND">>> {
  return findOne(actor, { id });
}

/** @problem NOT_FOUND when there is no list of this name. */
export async function findList(actor: Actor, name: string): Promise<Result<ListSummary, Problem<"NOT_FOUND">>> {
  return findOne(actor, { name });
}

async function findOne(
  actor: Actor,
  which: { id: ListId } | { name: string },
): Promise<Result<ListSummary, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.list.findUnique({ where: which, select: columns }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok({ ...row, id: row.id as ListId });
}

/** Creates the lists of a new house (L1). */
export async function createLists(actor: Actor, lists: readonly Omit<ListSummary, "id">[], now: Date): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.list.createMany({ data: lists.map((one) => ({ ...one, createdAt: now })) }),
  );
}
