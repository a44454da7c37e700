import type { ReportPage } from "#lib/schema/report-page.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Acknowledgement } from "./acknowledgement.tsx";

/** When the report came, and whether its reporter was told so. */
export function ReceiptPanel({ report, now }: Pick<ReportPage, "report" | "now">) {
  const { receivedAt } = report;
  return (
    <section
      aria-labelledby="receipt-heading"
      className="flex flex-wrap items-start justify-between gap-x-10 gap-y-3 rounded-lg border border-line bg-surface px-5 py-4 sm:px-6"
    >
      <div className="min-w-0">
        <h2 id="receipt-heading" className="mb-1 text-sm font-medium text-muted">
          Receipt
        </h2>
        <Acknowledgement report={report} />
      </div>
      <p className="text-sm text-muted">
        Received <Countdown to={receivedAt} now={now} />
        <span className="block">
          <Instant at={receivedAt} stacked />
        </span>
      </p>
    </section>
  );
}
