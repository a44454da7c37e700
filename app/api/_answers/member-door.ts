import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import { currentMember, signInOfSession } from "#lib/auth/session.ts";
import { envelopeIdSchema, reportIdSchema } from "#lib/schema/id.ts";
import { notFound } from "./problem-response.ts";

/**
 * Answers a signed-in member; to everybody else there is nothing here, nor to who is removed while they ask: PostgreSQL
 * refuses what they would still write.
 */
export async function forMember(answer: (actor: SignedInActor) => Promise<Response>): Promise<Response> {
  const actor = await currentMember();
  if (actor === null) return notFound();
  try {
    return await answer(actor);
  } catch (error) {
    if ((await signInOfSession(actor.sessionId, new Date())) === null) return notFound();
    throw error;
  }
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
