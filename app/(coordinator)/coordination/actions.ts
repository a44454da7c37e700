"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import type { CoordinationState } from "#components/coordination/form-state.ts";
import type { Problem } from "#lib/base/problem.ts";
import { currentActor } from "#lib/auth/session.ts";
import { findMember } from "#lib/data/members.ts";
import {
  certificateFormSchema,
  memberFormSchema,
  organisationFormSchema,
  removalFormSchema,
} from "#lib/schema/enrolment.ts";
import { formFields } from "#lib/schema/form-fields.ts";
import { enrolMember, enrolOrganisation, removeMember, replaceCertificate } from "#lib/workflow/enrol.ts";

export async function enrolOrganisationAction(_: CoordinationState, form: unknown): Promise<CoordinationState> {
  const given = organisationFormSchema.safeParse(formFields(form));
  if (!given.success) return malformed(given.error);

  const outcome = await enrolOrganisation(await currentActor(), given.data.name, new Date());
  if (!outcome.ok) return refusal(outcome.problem);

  revalidatePath("/coordination");
  return { step: "done", subject: given.data.name.trim(), warnings: [] };
}

export async function enrolMemberAction(_: CoordinationState, form: unknown): Promise<CoordinationState> {
  const given = memberFormSchema.safeParse(formFields(form, ["listIds"]));
  if (!given.success) return malformed(given.error);

  const { certificate, ...person } = given.data;
  const enrolment = { ...person, certificate: new Uint8Array(await certificate.arrayBuffer()) };
  const outcome = await enrolMember(await currentActor(), enrolment, new Date());
  if (!outcome.ok) return refusal(outcome.problem);

  revalidatePath("/coordination");
  return { step: "done", subject: person.name.trim(), warnings: shown(outcome.value.certificate.warnings) };
}

export async function replaceCertificateAction(_: CoordinationState, form: unknown): Promise<CoordinationState> {
  const given = certificateFormSchema.safeParse(formFields(form));
  if (!given.success) return malformed(given.error);

  const actor = await currentActor();
  const bytes = new Uint8Array(await given.data.certificate.arrayBuffer());
  const outcome = await replaceCertificate(actor, given.data.memberId, bytes, new Date());
  if (!outcome.ok) return refusal(outcome.problem);

  revalidatePath("/coordination");
  const member = await findMember(actor, given.data.memberId);
  return { step: "done", subject: member.ok ? member.value.name : "", warnings: shown(outcome.value.warnings) };
}

export async function removeMemberAction(_: CoordinationState, form: unknown): Promise<CoordinationState> {
  const given = removalFormSchema.safeParse(formFields(form));
  if (!given.success) return malformed(given.error);

  const outcome = await removeMember(await currentActor(), given.data.memberId, new Date());
  if (!outcome.ok) return refusal(outcome.problem);

  revalidatePath("/coordination");
  return { step: "done", subject: "", warnings: [] };
}

function refusal(problem: Problem): CoordinationState {
  return { step: "refused", problem };
}

function malformed(error: z.ZodError): CoordinationState {
  const part = String(error.issues[0]?.path[0] ?? "form");
  return { step: "refused", problem: { code: "MALFORMED_REQUEST", facts: { part }, field: part } };
}

function shown(warnings: readonly { readonly code: string; readonly text: { wrong: string; mend: string } }[]) {
  return warnings.map(({ code, text }) => ({ code, ...text }));
}
