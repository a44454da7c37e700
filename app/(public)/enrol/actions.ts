"use server";

import type { CoordinationState } from "#components/coordination/form-state.ts";
import { doorkeeper } from "#lib/auth/system-actor.ts";
import { firstCoordinatorFormSchema } from "#lib/schema/enrolment.ts";
import { formFields } from "#lib/schema/form-fields.ts";
import { enrolFirstCoordinator } from "#lib/workflow/enrol-first-coordinator.ts";

export async function enrolFirstCoordinatorAction(_: CoordinationState, form: unknown): Promise<CoordinationState> {
  const given = firstCoordinatorFormSchema.safeParse(formFields(form));
  if (!given.success) return { step: "refused", problem: { code: "MALFORMED_REQUEST", facts: { part: "form" } } };

  const { certificate, ...who } = given.data;
  const bytes = new Uint8Array(await certificate.arrayBuffer());
  const outcome = await enrolFirstCoordinator(doorkeeper, { ...who, certificate: bytes }, new Date());
  if (!outcome.ok) return { step: "refused", problem: outcome.problem };

  const warnings = outcome.value.certificate.warnings.map(({ code, text }) => ({ code, ...text }));
  return { step: "done", subject: who.name.trim(), warnings };
}
