import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { siteOrigin } from "#app/site-origin.ts";
import { ReportView } from "#components/report-detail/report-view.tsx";
import { currentMember } from "#lib/auth/session.ts";
import { reportIdSchema } from "#lib/schema/id.ts";
import { reportPageSchema, type ReportPage } from "#lib/schema/report-page.ts";
import { reportPageOf } from "./_report-page.ts";

/** The handle alone: titles of pages stand in histories and bookmarks, and what was sealed stays out of them. */
export async function generateMetadata({ params }: PageProps<"/reports/[id]">): Promise<Metadata> {
  const page = await pageOf((await params).id);
  return { title: page?.report.handle ?? "Nothing here" };
}

export default async function PageOfReport({ params }: PageProps<"/reports/[id]">) {
  const member = await currentMember();
  if (member === null) redirect("/sign-in");

  const page = await pageOf((await params).id);
  if (page === null) notFound();

  return <ReportView wire={reportPageSchema.encode(page)} origin={siteOrigin()} />;
}

/** Null for a bad id, a missing report and a forbidden one alike. */
const pageOf = cache(async (param: string): Promise<ReportPage | null> => {
  const member = await currentMember();
  const id = reportIdSchema.safeParse(param);
  if (member === null || !id.success) return null;
  const page = await reportPageOf(member, id.data, new Date());
  return page.ok ? page.value : null;
});
