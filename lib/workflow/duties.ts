import { mayAdminister } from "#lib/access/permission.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { changeDutyHolder, changeDutyOfferToWithdrawn, createDutyOffer, listDutyHolders } from "#lib/data/duties.ts";
import { recordEvent } from "#lib/data/events.ts";
import { listOrganisations } from "#lib/data/organisations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { DutyId, DutyRole } from "#lib/policy/duty.ts";

interface DutyPlace {
  readonly duty: DutyId;
  readonly role: DutyRole;
}

/**
 * The member's organisation volunteers for a duty.
 *
 * @problem DUTY_OFFERED when it has already, or holds it.
 */
export async function offerDuty(
  actor: SignedInActor,
  { duty, role }: DutyPlace,
  now: Date,
): Promise<Result<null, Problem<"DUTY_OFFERED">>> {
  return inTransaction(actor, async () => {
    const holders = await listDutyHolders(actor);
    const holdsIt = holders.some(
      (each) => each.duty === duty && each.role === role && each.organisationId === actor.organisationId,
    );
    const isNew = !holdsIt && (await createDutyOffer(actor, duty, role, now));
    if (!isNew) return refused({ code: "DUTY_OFFERED", facts: {}, clause: "K7" });
    await recordEvent(actor, {
      kind: "duty-offered",
      at: now,
      facts: { duty, role, organisation: actor.organisationId },
    });
    return ok(null);
  });
}

/** The member's organisation takes its offer back. @problem NOT_FOUND when there is none. */
export async function withdrawDutyOffer(
  actor: SignedInActor,
  { duty, role }: DutyPlace,
  now: Date,
): Promise<Result<null, Problem<"NOT_FOUND">>> {
  return inTransaction(actor, async () => {
    const isWithdrawn = await changeDutyOfferToWithdrawn(actor, duty, role);
    if (!isWithdrawn) return refused({ code: "NOT_FOUND", facts: {} });
    const facts = { duty, role, organisation: actor.organisationId };
    await recordEvent(actor, { kind: "duty-offer-withdrawn", at: now, facts });
    return ok(null);
  });
}

/**
 * A coordinator gives a duty to an organisation, or leaves it vacant (null).
 *
 * @problem NOT_FOUND when the actor is no coordinator, or the organisation is no member.
 */
export async function assignDuty(
  actor: SignedInActor,
  { duty, role }: DutyPlace,
  organisationId: OrganisationId | null,
  now: Date,
): Promise<Result<null, Problem<"NOT_FOUND">>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  return inTransaction(actor, async () => {
    const organisations = await listOrganisations(actor);
    const isMember = organisationId === null || organisations.some(({ id }) => id === organisationId);
    if (!isMember) return refused({ code: "NOT_FOUND", facts: {} });
    await changeDutyHolder(actor, { duty, role }, organisationId, now);
    await recordEvent(actor, { kind: "duty-assigned", at: now, facts: { duty, role, organisation: organisationId } });
    return ok(null);
  });
}
