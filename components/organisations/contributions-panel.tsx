import { ClauseLink } from "#components/policy/clause-link.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Contribution } from "#lib/schema/organisation-page.ts";
import { contributionWords, countContributions } from "./contribution-words.ts";
import { ReportLink } from "./report-link.tsx";

export interface ContributionsPanelProps {
  readonly contributions: readonly Contribution[];
  readonly since: Date;
}

/** So many are shown at once; the rest is folded away. */
const shownAtOnce = 12;

/** What an organisation gave back this year (K7), the newest first. */
export function ContributionsPanel({ contributions, since }: ContributionsPanelProps) {
  const { acknowledgements, dutiesDone, answers } = countContributions(contributions);
  return (
    <Panel id="did" title={`Did in ${String(since.getUTCFullYear())}`} aside={<ClauseLink id="K7" />}>
      <p className={contributions.length === 0 ? "text-muted" : "mb-2"}>
        {contributions.length === 0
          ? "Nothing is on record yet."
          : `${countText(acknowledgements, "receipt")} confirmed, ${countText(dutiesDone, "duty", "duties")} done, ${countText(answers, "answer")} given.`}
      </p>
      <Contributions contributions={contributions.slice(0, shownAtOnce)} />
      {contributions.length <= shownAtOnce ? null : (
        <Disclosure summary={`${String(contributions.length - shownAtOnce)} more`}>
          <Contributions contributions={contributions.slice(shownAtOnce)} />
        </Disclosure>
      )}
    </Panel>
  );
}

function Contributions({ contributions }: Pick<ContributionsPanelProps, "contributions">) {
  if (contributions.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {contributions.map((contribution) => {
        const { at, handle, reportId, kind } = contribution;
        const { what, duty } = contributionWords(contribution);
        return (
          <li
            key={`${kind} ${reportId} ${what} ${at.toISOString()}`}
            className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[1fr_auto]"
          >
            <span className="min-w-0">
              {what} {duty === null ? null : <ClauseLink id={duty} />}{" "}
              <span className="whitespace-nowrap">
                in <ReportLink handle={handle} reportId={reportId} />
              </span>
            </span>
            <span className="text-sm sm:text-right">
              <Instant at={at} stacked />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
