"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { utcInstantText } from "#components/ui/instant-text.ts";
import { wholeMinute } from "#lib/policy/latest-instant.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { EmbargoHead } from "./embargo-head.tsx";
import { EmbargoHistory } from "./embargo-history.tsx";
import { isProvisional } from "./issue-standing.ts";
import { OpenProposals, type OpenProposalsProps, type ProposalAnswer } from "./open-proposals.tsx";
import { ProposeForm } from "./propose-form.tsx";
import { Scale } from "./scale.tsx";
import { nothingDone, StepOutcome } from "#components/step/step-outcome.tsx";
import { StepProblem } from "#components/step/step-problem.tsx";
import type { StepDesk, Viewer } from "#components/step/step-desk.ts";
import { useStep } from "#components/step/use-step.ts";

export interface EmbargoPanelProps {
  readonly issue: ShownIssue;
  readonly receivedAt: Date;
  readonly desk: StepDesk;
}

const answered: Readonly<Record<ProposalAnswer, string>> = {
  accept: "You accepted",
  reject: "You rejected",
  "take-back": "You took back",
};

/** An issue's embargo: how it stands, what is proposed, what can be done about its date, and all that was done. */
export function EmbargoPanel({ issue, receivedAt, desk }: EmbargoPanelProps) {
  const { viewer, now, road } = desk;
  const [isProposing, setProposing] = useState(false);
  const [outcome, setOutcome] = useState(nothingDone);
  const step = useStep(road);
  const { number, revision, actions, history } = issue;
  const mayPropose = actions.some(({ kind }) => kind === "propose");
  const latestAt = latestToOffer(issue, viewer);

  const say = (text: string) => {
    setOutcome(({ count }) => ({ text, count: count + 1 }));
  };

  const answer: OpenProposalsProps["onAnswer"] = ({ proposal, disclosureAt }, kind) => {
    const wire = { kind: "answer", issue: number, revision, proposal } as const;
    void step.take({ ...wire, answer: kind === "accept" ? "accept" : "reject" }).then((isTaken) => {
      if (isTaken) say(`${answered[kind]} ${utcInstantText(disclosureAt)}.`);
    });
  };

  const proposeLatest = (at: Date) => {
    const wire = { kind: "propose", issue: number, revision, reason: "policy-limit" } as const;
    void step.take({ ...wire, disclosureAt: at.toISOString() }).then((isTaken) => {
      if (isTaken) say(`You proposed ${utcInstantText(at)}.`);
    });
  };

  return (
    <div className="space-y-5">
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        <EmbargoHead issue={issue} viewer={viewer} now={now} />
        <Scale issue={issue} now={now} />
      </div>
      <StepOutcome {...outcome} />
      <StepProblem problem={step.problem} />
      <OpenProposals issue={issue} viewer={viewer} now={now} isPending={step.isPending} onAnswer={answer} />
      {mayPropose && !isProposing ? (
        <div className="flex flex-wrap gap-3">
          {latestAt === null ? null : (
            <Button
              variant="primary"
              pending={step.isPending}
              onClick={() => {
                proposeLatest(latestAt);
              }}
            >
              Propose {utcInstantText(latestAt)}, the latest allowed
            </Button>
          )}
          <Button
            icon="calendar"
            onClick={() => {
              setProposing(true);
            }}
          >
            Propose another date
          </Button>
        </div>
      ) : null}
      {isProposing ? (
        <ProposeForm
          issue={issue}
          receivedAt={receivedAt}
          desk={desk}
          onProposed={(at) => {
            setProposing(false);
            say(`You proposed ${utcInstantText(at)}.`);
          }}
          onClose={() => {
            setProposing(false);
            say("Nothing was proposed.");
          }}
        />
      ) : null}
      <EmbargoHistory history={history} viewer={viewer} />
    </div>
  );
}

/** The date that the list proposes in one press where none is agreed (A2); null where that is not for it to do. */
function latestToOffer(issue: ShownIssue, viewer: Viewer): Date | null {
  const { latestAt, embargo } = issue;
  if (viewer !== "member" || latestAt === null || !isProvisional(issue)) return null;
  const offered = wholeMinute(latestAt);
  const isOpen = embargo.openProposals.some(({ disclosureAt }) => disclosureAt.getTime() === offered.getTime());
  return isOpen ? null : offered;
}
