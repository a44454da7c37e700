import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReportsView } from "#components/reports/reports-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { reportIdSchema } from "#lib/schema/id.ts";
import { reportsResponseSchema } from "#lib/schema/reports-response.ts";
import { showReports } from "#lib/workflow/show-reports.ts";

/** So many come with the page; it fetches those behind them by itself. */
const reportsAtFirst = 100;

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const after = reportIdSchema.safeParse((await searchParams)["after"]);
  const page = { after: after.success ? after.data : null, take: reportsAtFirst };
  const reports = await showReports(member, page, new Date());
  return <ReportsView wire={reportsResponseSchema.encode(reports)} />;
}
