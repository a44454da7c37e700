"use client";

import { PolicyLink } from "#components/report/policy-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import type { StepRoad } from "#components/step/step-road.ts";
import { useStep } from "#components/step/use-step.ts";

interface WithdrawIssueProps {
  readonly issue: Pick<ShownIssue, "number" | "revision" | "withdrawnAt" | "embargo">;
  readonly road: StepRoad;
}

/** Ends an issue's embargo because it was none; that it was reported is made public all the same. */
export function WithdrawIssue({ issue, road }: WithdrawIssueProps) {
  const { number, revision, withdrawnAt, embargo } = issue;
  const step = useStep(road);
  return (
    <>
      {withdrawnAt !== null || embargo.end !== null ? null : (
        <ConfirmDialog
          trigger={
            <Button size="small" aria-label={`Withdraw issue ${String(number)}`}>
              Withdraw
            </Button>
          }
          title="Withdraw this issue?"
          confirmLabel="Withdraw it"
          danger
          onConfirm={async () => {
            await step.take({ kind: "withdraw", issue: number, revision });
          }}
        >
          <p>
            Its embargo is over at once, and no other can begin. Both sides are told. What was reported as an issue is
            still to be made public, with the word that it was withdrawn <PolicyLink id="R13" />.
          </p>
        </ConfirmDialog>
      )}
      <StepProblem problem={step.problem} />
    </>
  );
}
