"use client";

import { useRef, useState, useTransition } from "react";
import type { Result } from "#lib/base/result.ts";
import type { StepWire } from "#lib/schema/step.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { isPageOutdated } from "./outdated-page.ts";
import type { StepRoad } from "./step-road.ts";

export interface StepTaking {
  /** Whether a step is under way, until the page shows what came of it. */
  readonly isPending: boolean;
  /** The name under which it is taken; null where none is. */
  readonly pending: string | null;
  /** Why the last one was refused; null where it was not. */
  readonly problem: ShownProblem | null;
  readonly refusalCount: number;
  /**
   * Takes a step and says whether it was taken; a second press meanwhile is none. What was typed is the caller's, and
   * stays. Where one place has several controls, each names itself.
   */
  readonly take: (step: Preparing, name?: string) => Promise<boolean>;
  /** Forgets the refusal. */
  readonly clear: () => void;
}

/** A step, or what makes one first: sealing a note that the step then names. */
export type Preparing = StepWire | (() => Promise<Result<StepWire, ShownProblem>>);

/** Takes steps about a report, one at a time, and brings the page up to date where they or somebody else changed it. */
export function useStep(road: StepRoad): StepTaking {
  const [name, setName] = useState("");
  const [isTaking, setTaking] = useState(false);
  const [isRefreshing, startRefreshing] = useTransition();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [refusalCount, setRefusalCount] = useState(0);
  const isBusy = useRef(false);

  async function take(step: Preparing, ofWhat = "step"): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setName(ofWhat);
    setTaking(true);
    const taken = await prepareAndTake(road, step);
    isBusy.current = false;
    setTaking(false);
    setProblem(taken.ok ? null : taken.problem);
    if (!taken.ok) setRefusalCount((before) => before + 1);
    if (taken.ok || isPageOutdated(taken.problem.code)) startRefreshing(road.refresh);
    return taken.ok;
  }

  const isPending = isTaking || isRefreshing;
  return {
    isPending,
    pending: isPending ? name : null,
    problem,
    refusalCount,
    take,
    clear: () => {
      setProblem(null);
    },
  };
}

async function prepareAndTake(road: StepRoad, step: Preparing): Promise<Result<null, ShownProblem>> {
  if (typeof step !== "function") return road.take(step);
  const prepared = await step();
  return prepared.ok ? road.take(prepared.value) : prepared;
}
