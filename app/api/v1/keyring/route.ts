import { findMember } from "#lib/data/members.ts";
import { changeKeyring, findKeyring } from "#lib/data/keyrings.ts";
import { keyringResponseSchema, sealedKeyringSchema } from "#lib/schema/member-requests.ts";
import { checkKeyring } from "#lib/workflow/check-keyring.ts";
import { forMember } from "../../_answers/member-door.ts";
import { jsonResponse, malformed, noContent, notFound, problemResponse } from "../../_answers/problem-response.ts";
import { readJson } from "../../_answers/upload.ts";

/** The member's own keyring envelope: only they can open it. */
export async function GET(): Promise<Response> {
  return forMember(async (actor) => {
    const member = await findMember(actor, actor.memberId);
    if (!member.ok || member.value.certificate === null) return notFound();
    const keyring = await findKeyring(actor, member.value.certificate.id);
    return jsonResponse(keyringResponseSchema.encode({ keyring }));
  });
}

/** Puts the member's keyring envelope in the place of the one before. */
export async function PUT(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const asked = sealedKeyringSchema.safeParse(await readJson(request));
    if (!asked.success) return malformed("keyring");
    const member = await findMember(actor, actor.memberId);
    if (!member.ok || member.value.certificate === null) return notFound();
    const checked = checkKeyring(asked.data, member.value);
    if (!checked.ok) return problemResponse(checked.problem);
    await changeKeyring(actor, member.value.certificate.id, asked.data, new Date());
    return noContent();
  });
}
