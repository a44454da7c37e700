import "server-only";
import { isSignedIn, type Actor, type SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import type { DutyId, DutyRole } from "#lib/policy/duty.ts";
import { inTransaction } from "./transaction.ts";

export interface DutyHolder {
  readonly duty: DutyId;
  readonly role: DutyRole;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly since: Date;
}

const columns = {
  duty: true,
  role: true,
  organisationId: true,
  organisation: { select: { name: true } },
} as const;

interface Row {
  readonly duty: string;
  readonly role: string;
  readonly organisationId: string;
  readonly organisation: { readonly name: string };
}

function whoAndWhat({ duty, role, organisationId, organisation }: Row) {
  return {
    duty: duty as DutyId,
    role: role as DutyRole,
    organisationId: organisationId as OrganisationId,
    organisation: organisation.name,
  };
}

/** Who holds which duty. A duty and role without a row is vacant. Public. */
export async function listDutyHolders(actor: Actor): Promise<readonly DutyHolder[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.dutyHolder.findMany({
      where: { organisation: { removedAt: null } },
      orderBy: [{ duty: "asc" }, { role: "desc" }],
      select: { ...columns, since: true },
    }),
  );
  return rows.map((row) => ({ ...whoAndWhat(row), since: row.since }));
}

/** Lets one transaction at a time assign duties, so that what it has looked at stays so. */
export async function lockDuties(actor: Actor): Promise<void> {
  await inTransaction(
    actor,
    (transaction) => transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended('fortnight duties', 0))`,
  );
}

export interface DutyOffer extends Omit<DutyHolder, "since"> {
  readonly at: Date;
}

/** The organisations that volunteer and were not answered yet, oldest first. */
export async function listDutyOffers(actor: Actor): Promise<readonly DutyOffer[]> {
  if (!isSignedIn(actor)) return [];
  const rows = await inTransaction(actor, (transaction) =>
    transaction.dutyOffer.findMany({
      where: { organisation: { removedAt: null } },
      orderBy: [{ at: "asc" }, { organisationId: "asc" }],
      select: { ...columns, at: true },
    }),
  );
  return rows.map((row) => ({ ...whoAndWhat(row), at: row.at }));
}

/** The member's organisation volunteers for a duty. False where it has already. */
export async function createDutyOffer(actor: SignedInActor, duty: DutyId, role: DutyRole, now: Date): Promise<boolean> {
  const { organisationId, memberId } = actor;
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.dutyOffer.createMany({
      data: { duty, role, organisationId, memberId, at: now },
      skipDuplicates: true,
    }),
  );
  return count === 1;
}

/** Gives a duty to an organisation, whose offer is settled by that, or leaves it vacant. For coordinators. */
export async function changeDutyHolder(
  actor: Actor,
  { duty, role }: Pick<DutyHolder, "duty" | "role">,
  organisationId: OrganisationId | null,
  now: Date,
): Promise<void> {
  await inTransaction(actor, async (transaction) => {
    await transaction.dutyHolder.deleteMany({ where: { duty, role } });
    if (organisationId === null) return;
    const assignedById = isSignedIn(actor) ? actor.memberId : null;
    await transaction.dutyHolder.createMany({ data: { duty, role, organisationId, since: now, assignedById } });
    await transaction.dutyOffer.deleteMany({ where: { duty, role, organisationId } });
  });
}

/** The member's organisation takes its offer back. False where there is none. */
export async function changeDutyOfferToWithdrawn(actor: SignedInActor, duty: DutyId, role: DutyRole): Promise<boolean> {
  const { organisationId } = actor;
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.dutyOffer.deleteMany({ where: { duty, role, organisationId } }),
  );
  return count === 1;
}
