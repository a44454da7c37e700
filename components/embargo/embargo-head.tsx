import type { ReactNode } from "react";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { Viewer } from "#components/step/step-desk.ts";
import { ShownEvidence } from "#components/step/shown-evidence.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { authorText, causeWords, wordsOf } from "./issue-words.ts";
import { isProvisional, standingWords } from "./issue-standing.ts";

export interface EmbargoHeadProps {
  readonly issue: ShownIssue;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** The state, the instant at which it ends, how far that is, and on whose word. */
export function EmbargoHead({ issue, viewer, now }: EmbargoHeadProps) {
  const { tone, icon, short, sentence } = standingWords(issue);
  const { disclosureAt, agreement, end } = issue.embargo;
  return (
    <div className="space-y-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone} icon={icon}>
          {short}
        </Badge>
        {disclosureAt === null || end !== null ? null : (
          <span className="text-lg font-semibold">
            Ends <Countdown to={disclosureAt} now={now} />
          </span>
        )}
      </p>
      {disclosureAt === null || end !== null ? null : (
        <p>
          <Instant at={disclosureAt} precision="second" />
        </p>
      )}
      <p className="text-muted">
        {sentence} {isProvisional(issue) ? <PolicyLink id="A2" /> : null}
      </p>
      {agreement === null ? null : (
        <p className="text-sm">
          Proposed by {authorText(agreement.proposedBy, viewer)}, agreed by {authorText(agreement.acceptedBy, viewer)}{" "}
          <span className="text-muted">
            on <Instant at={agreement.at} />
          </span>
        </p>
      )}
      <EmbargoEnd issue={issue} viewer={viewer} />
    </div>
  );
}

/** What ended it, who recorded that, and how they knew. */
function EmbargoEnd({ issue: { embargo }, viewer }: Pick<EmbargoHeadProps, "issue" | "viewer">): ReactNode {
  const { end } = embargo;
  if (end === null) return null;
  return (
    <div className="text-sm">
      <p>
        <span className="font-medium">{wordsOf(causeWords, end.cause)}</span> Ended{" "}
        <Instant at={end.at} precision="second" />
        {end.by.party === "policy" ? "." : `, recorded by ${authorText(end.by, viewer)}.`}
      </p>
      {end.evidence === null ? null : (
        <p className="wrap-anywhere">
          Evidence: <ShownEvidence text={end.evidence} />
        </p>
      )}
    </div>
  );
}
