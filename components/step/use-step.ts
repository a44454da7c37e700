"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import type { Result } from "#lib/base/result.ts";
import type { StepWire } from "#lib/schema/step.ts";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";

export interface StepTaking {
  /** The name under which a step is being taken, until the page shows what came of it; null where none is. */
  readonly pending: string | null;
  readonly problem: ShownProblem | null;
  /** Takes a step under a name, the control's say. Answers whether it was taken; a second press meanwhile is none. */
  readonly take: (name: string, step: Preparing) => Promise<boolean>;
}

/** A step, or what makes one first: sealing a note that the step then names. */
export type Preparing = StepWire | (() => Promise<Result<StepWire, ShownProblem>>);

/** What somebody else may have changed meanwhile: the page is then fetched again, and what was typed stays. */
const conflicts = [
  "ISSUE_CHANGED",
  "OBLIGATION_CLOSED",
  "LIST_NOT_NARROWER",
  "PGP_READERS_UNKNOWN",
  "PGP_READERS_MISSING",
];

/** Takes a member's steps about a report, one at a time, and brings the page up to date after each. */
export function useStep(reportId: string): StepTaking {
  const router = useRouter();
  const [name, setName] = useState<string | null>(null);
  const [isPosting, setPosting] = useState(false);
  const [isRefreshing, startRefreshing] = useTransition();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const isBusy = useRef(false);

  async function take(ofWhat: string, preparing: Preparing): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setName(ofWhat);
    setPosting(true);
    setProblem(null);
    const taken = await prepareAndPost(reportId, preparing);
    isBusy.current = false;
    setPosting(false);
    if (!taken.ok) setProblem(taken.problem);
    if (taken.ok || conflicts.includes(taken.problem.code))
      startRefreshing(() => {
        router.refresh();
      });
    return taken.ok;
  }

  return { pending: isPosting || isRefreshing ? name : null, problem, take };
}

async function prepareAndPost(reportId: string, preparing: Preparing): Promise<Result<null, ShownProblem>> {
  if (typeof preparing !== "function") return postStep(reportId, preparing);
  const prepared = await preparing();
  return prepared.ok ? postStep(reportId, prepared.value) : prepared;
}

function postStep(reportId: string, step: StepWire): Promise<Result<null, ShownProblem>> {
  return requestDone(`/api/v1/reports/${reportId}/steps`, jsonBody("POST", step));
}
