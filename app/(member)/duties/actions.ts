"use server";

import { revalidatePath } from "next/cache";
import type { CoordinationState } from "#components/coordination/form-state.ts";
import { currentMember } from "#lib/auth/session.ts";
import { dutyAssignmentSchema } from "#lib/schema/duty-requests.ts";
import { formFields } from "#lib/schema/form-fields.ts";
import { assignDuty } from "#lib/workflow/duties.ts";

/** A coordinator gives a duty to an organisation, or leaves it vacant. */
export async function assignDutyAction(_: CoordinationState, form: unknown): Promise<CoordinationState> {
  const given = dutyAssignmentSchema.safeParse(formFields(form));
  if (!given.success) return { step: "refused", problem: { code: "MALFORMED_REQUEST", facts: { part: "duty" } } };
  const actor = await currentMember();
  if (actor === null) return { step: "refused", problem: { code: "NOT_FOUND", facts: {} } };

  const assigned = await assignDuty(actor, given.data, new Date());
  const isForbidden = !assigned.ok && assigned.problem.code === "NOT_FOUND";
  if (!isForbidden) revalidatePath("/duties"); // also where somebody else has been faster
  if (!assigned.ok) return { step: "refused", problem: assigned.problem };
  return { step: "done", subject: given.data.duty, warnings: [] };
}
