import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RemindersView } from "#components/notices/reminders-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { noticeIdSchema, obligationIdSchema } from "#lib/schema/id.ts";
import { cursorOfText, remindersResponseSchema } from "#lib/schema/notices-response.ts";
import { showReminders } from "#lib/workflow/show-notices.ts";

export const metadata: Metadata = { title: "Reminders" };

/** For coordinators; to everybody else it does not exist. */
export default async function RemindersPage({ searchParams }: PageProps<"/notices/reminders">) {
  const member = await currentMember();
  if (member?.kind !== "coordinator") notFound();

  const query = await searchParams;
  const before = cursorOfText(query["before"], noticeIdSchema);
  const after = cursorOfText(query["after"], obligationIdSchema);
  const reminders = await showReminders(member, { before, after }, new Date());
  return <RemindersView wire={remindersResponseSchema.encode(reminders)} />;
}
