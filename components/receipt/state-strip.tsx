import { DisclosurePart, Strip, StripPart } from "#components/embargo/strip.tsx";
import { memberName } from "#components/thread/envelope-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";
import { OwedRows } from "./owed-rows.tsx";

/** Where the report stands: until when it is secret, whether the list has confirmed it, and what is owed. */
export function StateStrip({ report }: { readonly report: ReceiptResponse }) {
  const { receivedAt, now } = report;
  return (
    <Strip>
      <DisclosurePart {...report} />
      <StripPart title="Confirmed by the list">
        <Confirmation report={report} />
        <p className="mt-3 text-sm text-muted">
          Received <Countdown to={receivedAt} now={now} />: <Instant at={receivedAt} />
        </p>
      </StripPart>
      <StripPart title="Owed">
        <OwedRows report={report} />
      </StripPart>
    </Strip>
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
