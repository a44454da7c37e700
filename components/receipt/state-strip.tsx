import type { ReactNode } from "react";
import { stateWords } from "#components/reports/state-words.ts";
import { memberName } from "#components/thread/envelope-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { OwedRows } from "./owed-rows.tsx";

/** Where the report stands: until when it is secret, whether the list has confirmed it, and what is owed. */
export function StateStrip({ report }: { readonly report: ReceiptResponse }) {
  const { disclosureAt, embargoState, receivedAt, now } = report;
  return (
    <div className="grid rounded-lg border border-line bg-surface max-md:divide-y max-md:divide-line md:grid-cols-3 md:divide-x md:divide-line">
      <Part title="Disclosure">
        {disclosureAt === null ? (
          <p className="text-xl font-semibold">No date yet</p>
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
      <Part title="Confirmed by the list">
        <Confirmation report={report} />
        <p className="mt-3 text-sm text-muted">
          Received <Countdown to={receivedAt} now={now} />: <Instant at={receivedAt} />
        </p>
      </Part>
      <Part title="Owed">
        <OwedRows report={report} />
      </Part>
    </div>
  );
}

function Confirmation({ report: { acknowledgedAt, acknowledgedBy } }: { readonly report: ReceiptResponse }) {
  if (acknowledgedAt === null) return <p className="text-xl font-semibold">Not yet</p>;
  return (
    <p className="flex items-start gap-1.5">
      <Icon name="success" className="mt-0.5 size-5 text-success" />
      <span>
        <span className="font-medium">
          {acknowledgedBy === null ? "A member who has left" : memberName(acknowledgedBy)}
        </span>
        <span className="block text-sm text-muted">
          <Instant at={acknowledgedAt} />
        </span>
      </span>
    </p>
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
