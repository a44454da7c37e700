"use client";

import type { ReportPage } from "#lib/schema/report-page.ts";
import { useTrustedRoster } from "#components/list/use-trusted-roster.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import { useMemberRoad } from "#components/step/use-member-road.ts";
import { useStep } from "#components/step/use-step.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { LeftBehindNames } from "./left-behind-names.tsx";

export interface MoveDiscussionProps {
  readonly page: Pick<ReportPage, "report">;
  /** The list of the Linux distributions. */
  readonly narrower: string;
}

/** Moves what remains of a discussion to the list of the Linux distributions (A5), once somebody has looked at what it means. */
export function MoveDiscussion({ page, narrower }: MoveDiscussionProps) {
  const { report } = page;
  const { problem, isPending, take } = useStep(useMemberRoad(report.id));
  return (
    <div className="space-y-2.5">
      <ConfirmDialog
        trigger={
          <Button size="small" icon="forward" pending={isPending}>
            Move the discussion to {narrower}
          </Button>
        }
        title={`Move the discussion to ${narrower}?`}
        confirmLabel={`Move to ${narrower}`}
        cancelLabel={`Leave it on ${report.listName}`}
        onConfirm={async () => {
          await take({ kind: "move", list: narrower });
        }}
      >
        <Consequences listName={report.listName} narrower={narrower} />
      </ConfirmDialog>
      <StepProblem problem={problem === null ? null : asMover(problem, narrower)} />
    </div>
  );
}

/** What a member of the report may not do here is to move it to a list of which they are no reader. */
function asMover(problem: ShownProblem, narrower: string): ShownProblem {
  if (problem.code !== "NOT_FOUND") return problem;
  const mend = `Ask somebody who reads ${narrower} to move it there.`;
  return { ...problem, wrong: `You are no reader of ${narrower}.`, mend };
}

interface ConsequencesProps {
  readonly listName: string;
  readonly narrower: string;
}

/** Asked for when the dialog opens: who will read on, and who holds what came before and will not. */
function Consequences({ listName, narrower }: ConsequencesProps) {
  const { state } = useTrustedRoster(narrower);
  const roster = state.step === "trusted" ? state.trusted.roster : null;
  return (
    <div className="space-y-3">
      <p>
        From then on everything is sealed to the{" "}
        {roster === null ? "readers" : countText(roster.readers.length, "reader")} of {narrower} only, and to the
        reporter where the author says so (<PolicyLink id="A5" />
        ). It cannot be moved back.
      </p>
      <p>
        What was written on {listName} stays as it is: whoever holds a key packet of it can still read it, and sees the
        dates and answers on this page.
      </p>
      {state.step === "checking" ? (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner /> Reading the roster of {narrower} …
        </p>
      ) : state.step === "refused" ? (
        <StepProblem problem={state.problem} />
      ) : (
        <LeftBehindNames roster={state.trusted.roster.readers} />
      )}
    </div>
  );
}
