"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { isClauseId } from "#lib/policy/clause.ts";
import { isDraftField, stepOf } from "./draft.ts";
import type { Step } from "./form-state.ts";
import { PolicyLink } from "./policy-link.tsx";

interface DeliveryRefusalProps {
  readonly problem: ShownProblem;
  readonly goTo: (step: Step) => void;
  readonly onFetchReaders: () => void;
}

/** Why the report did not go out. Everything typed is still there. */
export function DeliveryRefusal({ problem, goTo, onFetchReaders }: DeliveryRefusalProps) {
  const { code, wrong, mend, clause, field } = problem;
  const step = field !== undefined && isDraftField(field) ? stepOf(field) : null;

  return (
    <Notice
      tone="refusal"
      role="alert"
      title={wrong}
      actions={
        code === "ROSTER_OUTDATED" ? (
          <Button size="small" variant="primary" onClick={onFetchReaders}>
            Fetch the new readers and encrypt again
          </Button>
        ) : step === null ? undefined : (
          <Button
            size="small"
            onClick={() => {
              goTo(step);
            }}
          >
            Change the answer
          </Button>
        )
      }
    >
      <p>
        {mend} {clause !== undefined && isClauseId(clause) ? <PolicyLink id={clause} /> : null}
      </p>
    </Notice>
  );
}
