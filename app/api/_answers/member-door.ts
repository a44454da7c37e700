import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import { currentMember } from "#lib/auth/session.ts";
import { envelopeIdSchema, reportIdSchema } from "#lib/schema/id.ts";
import { notFound } from "./problem-response.ts";

/** Answers a signed-in member; to everybody else there is nothing here. */
export async function forMember(answer: (actor: SignedInActor) => Promise<Response>): Promise<Response> {
  const actor = await currentMember();
  return actor === null ? notFound() : answer(actor);
}

interface IdParams {
  readonly params: Promise<{ id: string }>;
}

/** As {@link forMember}, with the report that the address names. */
export async function forMemberOfReport(
  { params }: IdParams,
  answer: (actor: SignedInActor, id: ReportId) => Promise<Response>,
): Promise<Response> {
  const id = reportIdSchema.safeParse((await params).id);
  return forMember(async (actor) => (id.success ? answer(actor, id.data) : notFound()));
}

/** As {@link forMember}, with the envelope that the address names. */
export async function forMemberOfEnvelope(
  { params }: IdParams,
  answer: (actor: SignedInActor, id: EnvelopeId) => Promise<Response>,
): Promise<Response> {
  const id = envelopeIdSchema.safeParse((await params).id);
  return forMember(async (actor) => (id.success ? answer(actor, id.data) : notFound()));
}
