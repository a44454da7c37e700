import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { siteOrigin } from "#app/site-origin.ts";
import { ReportView } from "#components/report-detail/report-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { reportIdSchema } from "#lib/schema/id.ts";
import { reportPageSchema } from "#lib/schema/report-page.ts";
import { loadCase, type ReportCase } from "#lib/workflow/load-case.ts";
import { reportPageOf } from "./_report-page.ts";

/** The handle alone: titles of pages stand in histories and bookmarks, and what was sealed stays out of them. */
export async function generateMetadata({ params }: PageProps<"/reports/[id]">): Promise<Metadata> {
  const loaded = await caseOf((await params).id);
  return { title: loaded?.report.handle ?? "Nothing here" };
}

export default async function ReportPage({ params }: PageProps<"/reports/[id]">) {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const loaded = await caseOf((await params).id);
  if (loaded === null) notFound();

  const page = await reportPageOf(member, loaded, new Date());
  return <ReportView wire={reportPageSchema.encode(page)} origin={siteOrigin()} />;
}

/** Null for a bad id, a missing report and a forbidden one alike. */
const caseOf = cache(async (param: string): Promise<ReportCase | null> => {
  const member = await currentMember();
  const id = reportIdSchema.safeParse(param);
  if (member === null || !id.success) return null;
  const loaded = await loadCase(member, id.data);
  return loaded.ok ? loaded.value : null;
});
