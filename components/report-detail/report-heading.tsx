import Link from "next/link";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { RowCard } from "#components/reports/report-row.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export interface ReportHeadingProps {
  readonly report: Pick<ReportPage["report"], "handle" | "listName">;
  readonly card: RowCard | null;
  /** What the report is called inside its envelope; null while it is sealed. */
  readonly title: string | null;
}

/** The report's handle and, once it is open, what it is about. */
export function ReportHeading({ report: { handle, listName }, card, title }: ReportHeadingProps) {
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: "/reports", label: "Reports" }}
        title={
          <>
            <span className="mb-1 block font-mono text-base font-normal tracking-normal text-muted">
              {handle}, {listName}
            </span>
            {title === null ? (
              <span className="inline-flex items-center gap-3 text-muted">
                <Icon name="lock" className="size-8" />
                Sealed report
              </span>
            ) : (
              <span className="wrap-anywhere">{title}</span>
            )}
          </>
        }
        lead={card?.state === "opened" ? <CardLine card={card.card} /> : undefined}
      />
      {card?.state === "differs" || card?.state === "failed" ? (
        <div className="mb-6">
          <Notice
            tone="refusal"
            title={
              card.state === "differs"
                ? "The title may not be what the other readers see"
                : "The title of this report does not open"
            }
          >
            <p>
              {card.state === "differs"
                ? "Its session key does not fit its commitment. Tell the list, and name this report."
                : "What the portal holds in its place is damaged or no title. The report itself may be sound."}
            </p>
          </Notice>
        </div>
      ) : null}
    </>
  );
}

function CardLine({ card }: { readonly card: Extract<RowCard, { state: "opened" }>["card"] }) {
  const { software, versions, severityVector, cveIds } = card;
  return (
    <div className="text-base">
      <p className="wrap-anywhere">
        <span className="font-medium text-ink">{software}</span>
        {versions === "" ? null : `, ${versions}`}
      </p>
      {severityVector === null && cveIds.length === 0 ? null : (
        <p className="font-mono text-sm wrap-anywhere">{[...cveIds, severityVector ?? ""].join(" ")}</p>
      )}
    </div>
  );
}
