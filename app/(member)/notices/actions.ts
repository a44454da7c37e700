"use server";

import { revalidatePath } from "next/cache";
import { currentMember } from "#lib/auth/session.ts";
import { changeNoticesToRead } from "#lib/data/notices.ts";
import { readUntilSchema } from "#lib/schema/notices-response.ts";
import { formFields } from "#lib/schema/form-fields.ts";

/** Marks the member's notices as read, up to the newest that was shown. What is no instant, or nobody's, changes nothing. */
export async function markNoticesRead(_previous: null, form: unknown): Promise<null> {
  const given = readUntilSchema.safeParse(formFields(form));
  const member = await currentMember();
  if (!given.success || member === null) return null;
  await changeNoticesToRead(member, given.data.until, new Date());
  revalidatePath("/notices", "layout");
  return null;
}
