import type { Metadata } from "next";
import { siteOrigin } from "#app/site-origin.ts";
import { ReportForm } from "#components/report/report-form.tsx";
import { WithoutScript } from "#components/report/without-script.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addDays } from "#lib/base/instant.ts";
import { reportableLists } from "./reportable-lists.ts";

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage() {
  const lists = await reportableLists();
  const now = new Date();

  return (
    <>
      <div className="screen-only">
        <PageHeader
          title="Report a vulnerability"
          lead="Your browser encrypts the report to each reader of one list. No account is needed, and the server cannot read it."
        />
      </div>
      {lists.length === 0 ? (
        <EmptyState title="No list takes reports here yet">A coordinator has to publish its roster first.</EmptyState>
      ) : (
        <>
          <noscript>
            <WithoutScript
              origin={siteOrigin()}
              listNames={lists.map(({ name }) => name)}
              proposedAt={addDays(now, 5)}
            />
          </noscript>
          <ReportForm lists={lists} now={now.toISOString()} />
        </>
      )}
    </>
  );
}
