"use client";

import { useState } from "react";
import type { StepWire } from "#lib/schema/step.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { SummarisedError } from "#components/ui/error-summary.tsx";
import type { StepRoad } from "./step-road.ts";
import { useStep } from "./use-step.ts";

/** Something that has to be mended before a step is taken, at the field of this id. */
export interface FieldFault {
  readonly fieldId: string;
  readonly text: string;
}

export interface StepForm {
  readonly isPending: boolean;
  /** What this page itself has found, for an error summary; `attempt` counts the times that it looked. */
  readonly faults: readonly SummarisedError[];
  readonly attempt: number;
  /** What the server has refused. */
  readonly problem: ShownProblem | null;
  /** What is wrong with a field, as either of them says. */
  readonly faultAt: (fieldId: string) => string | undefined;
  /** Shows what has to be mended; true where nothing has. */
  readonly accepts: (faults: readonly FieldFault[]) => boolean;
  /** Takes the step; true where it was taken. What was typed is not touched. */
  readonly send: (step: StepWire) => Promise<boolean>;
}

/**
 * What a form about one step goes through. A second press while a step is under way does nothing.
 *
 * @param prefix - Ids of its fields are this, a hyphen, and the field's name in the step.
 */
export function useStepForm(road: StepRoad, prefix: string): StepForm {
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { isPending, problem, take, clear } = useStep(road);

  return {
    isPending,
    faults,
    attempt,
    problem,
    faultAt(fieldId) {
      const own = faults.find((fault) => fault.fieldId === fieldId)?.text;
      return (
        own ?? (problem?.field !== undefined && fieldId === `${prefix}-${problem.field}` ? problem.wrong : undefined)
      );
    },
    accepts(found) {
      setFaults(found);
      clear();
      setAttempt((count) => count + 1);
      return found.length === 0;
    },
    send: (step) => take(step),
  };
}
