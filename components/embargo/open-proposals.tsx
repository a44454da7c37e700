"use client";

import { PolicyLink } from "#components/report/policy-link.tsx";
import type { Viewer } from "#components/step/step-desk.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { answererSentence, authorText, reasonWords, wordsOf } from "./issue-words.ts";
import { whyNotAcceptable } from "./why-not-acceptable.ts";

type Proposal = ShownIssue["embargo"]["openProposals"][number];

export type ProposalAnswer = "accept" | "reject" | "take-back";

export interface OpenProposalsProps {
  readonly issue: ShownIssue;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly isPending: boolean;
  readonly onAnswer: (proposal: Proposal, answer: ProposalAnswer) => void;
}

/** Dates that somebody has named and nobody has answered, the earlier first. */
export function OpenProposals(props: OpenProposalsProps) {
  const { openProposals } = props.issue.embargo;
  if (openProposals.length === 0) return null;
  return (
    <ul className="space-y-3">
      {openProposals.map((proposal) => (
        <li key={proposal.proposal} className="rounded-md border border-accent/40 bg-accent-soft px-4 py-3">
          <OpenProposal {...props} proposal={proposal} />
        </li>
      ))}
    </ul>
  );
}

function OpenProposal({
  issue,
  viewer,
  now,
  isPending,
  onAnswer,
  proposal,
}: OpenProposalsProps & { readonly proposal: Proposal }) {
  const { by, disclosureAt, reason, at } = proposal;
  return (
    <div className="space-y-2">
      <p className="font-semibold">
        Proposal {proposal.proposal}: <Instant at={disclosureAt} />
      </p>
      <p className="text-sm">
        By {authorText(by, viewer)} on <Instant at={at} />: {wordsOf(reasonWords, reason)}.{" "}
        {answererSentence(by, viewer)}
        <WantedBy proposal={proposal} now={now} />
      </p>
      <Answers issue={issue} proposal={proposal} isPending={isPending} onAnswer={onAnswer} now={now} />
    </div>
  );
}

function WantedBy({ proposal: { answerUntil }, now }: { readonly proposal: Proposal; readonly now: Date }) {
  const current = useMinuteClock(now);
  if (answerUntil === null) return ".";
  if (answerUntil > current)
    return (
      <>
        {" "}
        by <Instant at={answerUntil} />.
      </>
    );
  return (
    <>
      .{" "}
      <span className="flex items-start gap-1.5 font-medium text-advice">
        <Icon name="clock" className="mt-0.5 size-4" />
        <span>
          No answer by <Instant at={answerUntil} />: silence is not a yes.
        </span>
      </span>
    </>
  );
}

interface AnswersProps extends Pick<OpenProposalsProps, "issue" | "isPending" | "onAnswer" | "now"> {
  readonly proposal: Proposal;
}

const labels: Readonly<Record<ProposalAnswer, string>> = {
  accept: "Accept this date",
  reject: "Reject it",
  "take-back": "Take it back",
};

function Answers({ issue, proposal, isPending, onAnswer, now }: AnswersProps) {
  const answers = issue.actions.flatMap((action) =>
    "proposal" in action && action.proposal === proposal.proposal ? [action.kind] : [],
  );
  const hindrance =
    answers.includes("reject") && !answers.includes("accept") ? whyNotAcceptable(proposal, issue, now) : null;
  return (
    <>
      {hindrance === null ? null : (
        <p className="text-sm">
          {hindrance.text} <PolicyLink id={hindrance.clause} />
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {answers.map((answer) => (
          <Button
            key={answer}
            size="small"
            variant={answer === "accept" ? "primary" : "secondary"}
            pending={isPending}
            aria-label={`${labels[answer]}: proposal ${String(proposal.proposal)}`}
            onClick={() => {
              onAnswer(proposal, answer);
            }}
          >
            {labels[answer]}
          </Button>
        ))}
      </div>
    </>
  );
}
