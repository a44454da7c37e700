import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReportsView } from "#components/reports/reports-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { reportIdSchema } from "#lib/schema/id.ts";
import { reportsResponseSchema } from "#lib/schema/reports-response.ts";
import { pageOfReports } from "./_page-of-reports.ts";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const after = reportIdSchema.safeParse((await searchParams)["after"]);
  const reports = await pageOfReports(member, after.success ? after.data : null, new Date());
  return <ReportsView wire={reportsResponseSchema.encode(reports)} />;
}
