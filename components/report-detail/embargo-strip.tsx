"use client";

import type { ReactNode } from "react";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { stateWords } from "#components/reports/state-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Acknowledgement } from "./acknowledgement.tsx";
import { OwedRows } from "./owed-rows.tsx";

/** The three things that cannot wait: until when it is secret, whether the reporter was answered, and what is owed. */
export function EmbargoStrip({ report, obligations, now }: Pick<ReportPage, "report" | "obligations" | "now">) {
  const { disclosureAt, embargoState, receivedAt } = report;
  return (
    <div className="mb-8 grid rounded-lg border border-line bg-surface max-md:divide-y max-md:divide-line md:grid-cols-3 md:divide-x md:divide-line">
      <Part title="Disclosure">
        {disclosureAt === null ? (
          <p className="text-xl font-semibold">No date</p>
        ) : (
          <>
            <p className="text-xl font-semibold">
              <Countdown to={disclosureAt} now={now} />
            </p>
            <p>
              <Instant at={disclosureAt} stacked />
            </p>
          </>
        )}
        <p className="mt-2 text-sm text-muted">{stateWords[embargoState].sentence}</p>
      </Part>
      <Part title="Receipt">
        <Acknowledgement report={report} />
        <p className="mt-3 text-sm text-muted">
          Received <Countdown to={receivedAt} now={now} />
          <span className="block">
            <Instant at={receivedAt} stacked />
          </span>
        </p>
      </Part>
      <Part title="Owed">
        <OwedRows obligations={obligations} now={now} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="min-w-0 p-5">
      <h2 className="mb-1 text-sm font-medium text-muted">{title}</h2>
      {children}
    </section>
  );
}
