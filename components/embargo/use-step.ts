"use client";

import { useState } from "react";
import type { StepWire } from "#lib/schema/step.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { StepRoad } from "./step-road.ts";

export interface StepSending {
  readonly isPending: boolean;
  /** Why the last one was refused; null where it was not. */
  readonly problem: ShownProblem | null;
  /** Counts the refusals. */
  readonly attempt: number;
  /** Takes a step, and shows the report as it is then. Answers whether it was taken. */
  readonly send: (step: StepWire) => Promise<boolean>;
  /** Forgets the refusal. */
  readonly clear: () => void;
}

/** Refusals after which the page shows something that is not so any more. */
const outdatedCodes: ReadonlySet<string> = new Set([
  "ISSUE_CHANGED",
  "PROPOSAL_CLOSED",
  "EMBARGO_STEP_IMPOSSIBLE",
  "EMBARGO_NOT_VIABLE",
  "ISSUE_MERGED",
  "ISSUE_WITHDRAWN",
]);

/** Takes steps one at a time. What was typed is the caller's, and stays. */
export function useStep({ take, refresh }: StepRoad): StepSending {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [attempt, setAttempt] = useState(0);

  async function send(step: StepWire): Promise<boolean> {
    if (isPending) return false;
    setPending(true);
    const taken = await take(step);
    setPending(false);
    setProblem(taken.ok ? null : taken.problem);
    if (!taken.ok) setAttempt((before) => before + 1);
    if (taken.ok || outdatedCodes.has(taken.problem.code)) refresh();
    return taken.ok;
  }

  return {
    isPending,
    problem,
    attempt,
    send,
    clear: () => {
      setProblem(null);
    },
  };
}
