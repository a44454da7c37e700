import { mayAdminister } from "#lib/access/permission.ts";
import type { SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import {
  changeDutyHolder,
  changeDutyOfferToWithdrawn,
  createDutyOffer,
  listDutyHolders,
  lockDuties,
} from "#lib/data/duties.ts";
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

export interface DutyAssignment extends DutyPlace {
  /** Null leaves it vacant. */
  readonly organisationId: OrganisationId | null;
  /** Who held it when the coordinator looked. */
  readonly seenOrganisationId: OrganisationId | null;
}

/**
 * A coordinator gives a duty to an organisation, or leaves it vacant.
 *
 * @problem NOT_FOUND when the actor is no coordinator, or the organisation is no member.
 * @problem DUTY_CHANGED when somebody else has assigned it since the coordinator looked.
 */
export async function assignDuty(
  actor: SignedInActor,
  { duty, role, organisationId, seenOrganisationId }: DutyAssignment,
  now: Date,
): Promise<Result<null, Problem<"NOT_FOUND" | "DUTY_CHANGED">>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  return inTransaction(actor, async () => {
    await lockDuties(actor);
    const organisations = await listOrganisations(actor);
    const isMember = organisationId === null || organisations.some(({ id }) => id === organisationId);
    if (!isMember) return refused({ code: "NOT_FOUND", facts: {} });
    const holder = (await listDutyHolders(actor)).find((each) => each.duty === duty && each.role === role);
    if ((holder?.organisationId ?? null) !== seenOrganisationId)
      return refused({ code: "DUTY_CHANGED", facts: { organisation: holder?.organisation ?? null } });
    await changeDutyHolder(actor, { duty, role }, organisationId, now);
    await recordEvent(actor, { kind: "duty-assigned", at: now, facts: { duty, role, organisation: organisationId } });
    return ok(null);
  });
}
