import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { Fingerprint, ListId, MemberId, OrganisationId } from "#lib/base/id.ts";
import type { DutyId, DutyRole } from "#lib/policy/duty.ts";
import type { DutyHolder } from "./duties.ts";
import { inTransaction } from "./transaction.ts";

/** Somebody who is or was a member. */
export interface HouseMember {
  readonly id: MemberId;
  readonly name: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly isPresent: boolean;
  readonly listIds: readonly ListId[];
  /** Of their current certificate; null where they have none. */
  readonly fingerprint: Fingerprint | null;
}

/** Who is and was here, and who holds which duty: what a page needs to give people their names. */
export interface House {
  /** By organisation and name. */
  readonly members: readonly HouseMember[];
  readonly dutyHolders: readonly DutyHolder[];
}

/** The whole house, asked at once. Public (K10). */
export async function findHouse(actor: Actor): Promise<House> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.organisation.findMany({
      orderBy: { name: "asc" },
      select: {
        id: true,
        name: true,
        removedAt: true,
        duties: { orderBy: [{ duty: "asc" }, { role: "desc" }], select: { duty: true, role: true, since: true } },
        members: {
          orderBy: [{ name: "asc" }, { id: "asc" }],
          select: {
            id: true,
            name: true,
            removedAt: true,
            subscriptions: { select: { listId: true } },
            certificates: { where: { replacedAt: null }, take: 1, select: { fingerprint: true } },
          },
        },
      },
    }),
  );
  return {
    members: rows.flatMap(({ id: organisationId, name: organisation, members }) =>
      members.map(({ id, name, removedAt, subscriptions, certificates: [certificate] }) => ({
        id: id as MemberId,
        name,
        organisationId: organisationId as OrganisationId,
        organisation,
        isPresent: removedAt === null,
        listIds: subscriptions.map(({ listId }) => listId as ListId),
        fingerprint: (certificate?.fingerprint ?? null) as Fingerprint | null,
      })),
    ),
    dutyHolders: rows
      .filter(({ removedAt }) => removedAt === null)
      .flatMap(({ id, name, duties }) =>
        duties.map(({ duty, role, since }) => ({
          duty: duty as DutyId,
          role: role as DutyRole,
          organisationId: id as OrganisationId,
          organisation: name,
          since,
        })),
      ),
  };
}
