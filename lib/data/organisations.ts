import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { inTransaction } from "./transaction.ts";

export interface OrganisationSummary {
  readonly id: OrganisationId;
  readonly name: string;
}

/** The organisations that are members now, by name. Public (L1). */
export async function listOrganisations(actor: Actor): Promise<readonly OrganisationSummary[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.organisation.findMany({
      where: { removedAt: null },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
  );
  return rows.map((row) => ({ ...row, id: row.id as OrganisationId }));
}

/** @problem NOT_FOUND when no organisation that is a member now has this id. */
export async function findOrganisation(
  actor: Actor,
  id: OrganisationId,
): Promise<Result<OrganisationSummary, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.organisation.findFirst({ where: { id, removedAt: null }, select: { id: true, name: true } }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok({ id, name: row.name });
}

/** @problem ORGANISATION_EXISTS when one of this name, in any case, is on record. */
export async function createOrganisation(
  actor: Actor,
  name: string,
  now: Date,
): Promise<Result<OrganisationId, Problem<"ORGANISATION_EXISTS">>> {
  const id = crypto.randomUUID() as OrganisationId;
  return inTransaction(actor, async (transaction) => {
    // Prisma's own `insensitive` takes `_` and `%` in a name for any character.
    const existing = await transaction.$queryRaw<unknown[]>`
      select from "Organisation" where lower(name) = lower(${name})`;
    if (existing.length > 0) return refused({ code: "ORGANISATION_EXISTS", facts: { name } });
    await transaction.organisation.createMany({ data: { id, name, createdAt: now } });
    return ok(id);
  });
}
