import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeadlinesView } from "#components/deadlines/deadlines-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { findCalendarFeed } from "#lib/data/calendar-feeds.ts";
import { deadlinesQuerySchema } from "#lib/schema/deadlines-query.ts";
import { deadlinesResponseSchema } from "#lib/schema/deadlines-response.ts";
import { showDeadlines } from "#lib/workflow/show-deadlines.ts";

export const metadata: Metadata = { title: "Deadlines" };

export default async function DeadlinesPage({ searchParams }: PageProps<"/deadlines">) {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const query = deadlinesQuerySchema.parse(await searchParams);
  const deadlines = await showDeadlines(member, query, new Date());
  const feed = await findCalendarFeed(member);
  return (
    <DeadlinesView
      wire={deadlinesResponseSchema.encode(deadlines)}
      isCoordinator={member.kind === "coordinator"}
      calendarSince={feed?.createdAt.toISOString() ?? null}
    />
  );
}
