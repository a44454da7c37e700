import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoticesView } from "#components/notices/notices-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { noticeIdSchema } from "#lib/schema/id.ts";
import { cursorOfText, noticesResponseSchema } from "#lib/schema/notices-response.ts";
import { showNotices } from "#lib/workflow/show-notices.ts";
import { markNoticesRead } from "./actions.ts";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const before = cursorOfText((await searchParams)["before"], noticeIdSchema);
  const notices = await showNotices(member, before);
  return (
    <NoticesView
      wire={noticesResponseSchema.encode(notices)}
      isCoordinator={member.kind === "coordinator"}
      markRead={markNoticesRead}
    />
  );
}
