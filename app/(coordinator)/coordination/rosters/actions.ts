"use server";

import { revalidatePath } from "next/cache";
import type { CoordinationState } from "#components/coordination/form-state.ts";
import { currentActor } from "#lib/auth/session.ts";
import { rosterFormSchema } from "#lib/schema/enrolment.ts";
import { formFields } from "#lib/schema/form-fields.ts";
import { publishRoster } from "#lib/workflow/publish-roster.ts";

export async function publishRosterAction(_: CoordinationState, form: unknown): Promise<CoordinationState> {
  const given = rosterFormSchema.safeParse(formFields(form));
  if (!given.success) return { step: "refused", problem: { code: "MALFORMED_REQUEST", facts: { part: "signedText" } } };

  const outcome = await publishRoster(await currentActor(), given.data, new Date());
  if (!outcome.ok) return { step: "refused", problem: outcome.problem };

  revalidatePath("/coordination", "layout");
  return { step: "done", subject: String(outcome.value), warnings: [] };
}
