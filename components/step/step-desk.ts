import type { Result } from "#lib/base/result.ts";
import type { StepWire } from "#lib/schema/step.ts";
import { jsonBody, requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";

/** Takes a step about a report. Afterwards the page shows how things stand, also where somebody else was faster. */
export type TakeStep = (step: StepWire) => Promise<Result<null, ShownProblem>>;

/** Where somebody sits who takes steps about a report. */
export interface StepDesk {
  readonly viewer: "member" | "reporter";
  readonly takeStep: TakeStep;
  /** The server's clock when the page was made. */
  readonly now: Date;
}

/** The steps of a member about a report. */
export function memberSteps(reportId: string, refresh: () => void): TakeStep {
  return async (step) => {
    const taken = await requestDone(`/api/v1/reports/${reportId}/steps`, jsonBody("POST", step));
    refresh();
    return taken;
  };
}
