import { stateWords } from "#components/reports/state-words.ts";
import { memberName } from "#components/thread/envelope-words.ts";
import { Countdown } from "#components/ui/countdown.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ReceiptResponse } from "#lib/schema/thread-response.ts";

/** Where the report stands: received, confirmed, and until when it is secret. */
export function StatePanel({ report }: { readonly report: ReceiptResponse }) {
  const { receivedAt, acknowledgedAt, acknowledgedBy, embargoState, disclosureAt, now } = report;
  return (
    <Panel title="Where it stands">
      <DescriptionList
        rows={[
          { term: "Received", details: <Instant at={receivedAt} /> },
          {
            term: "Confirmed",
            details:
              acknowledgedAt === null ? (
                "Not yet"
              ) : (
                <>
                  By {acknowledgedBy === null ? "a member of the list" : memberName(acknowledgedBy)},{" "}
                  <Instant at={acknowledgedAt} />
                </>
              ),
          },
          { term: "Embargo", details: stateWords[embargoState].sentence },
          {
            term: "Disclosure",
            details:
              disclosureAt === null ? (
                "No date yet"
              ) : (
                <>
                  <span className="block text-lg font-semibold">
                    <Countdown to={disclosureAt} now={now} />
                  </span>
                  <Instant at={disclosureAt} precision="second" />
                </>
              ),
          },
        ]}
      />
    </Panel>
  );
}
