import "server-only";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { ListId, OrganisationId } from "#lib/base/id.ts";
import type { DutyId, DutyRole } from "#lib/policy/duty.ts";
import { inTransaction } from "./transaction.ts";

/** By what deadlines can be chosen, and what they are called by. */
export interface DeadlineChoices {
  /** By name. */
  readonly lists: readonly { readonly id: ListId; readonly name: string }[];
  /** Who holds which duty; one without a holder is vacant. */
  readonly holders: readonly {
    readonly duty: DutyId;
    readonly role: DutyRole;
    readonly organisationId: OrganisationId;
    readonly organisation: string;
  }[];
}

/** All lists and duties, asked at once. */
export async function findDeadlineChoices(actor: SignedInActor): Promise<DeadlineChoices> {
  const [found] = await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw<DeadlineChoices[]>`
      select
        (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name), '[]') from "List") as lists,
        (select coalesce(json_agg(json_build_object('duty', h.duty, 'role', h.role, 'organisationId', o.id,
            'organisation', o.name) order by h.duty, h.role desc), '[]')
          from "DutyHolder" h join "Organisation" o on o.id = h."organisationId" and o."removedAt" is null) as holders`,
  );
  return found ?? { lists: [], holders: [] };
}
