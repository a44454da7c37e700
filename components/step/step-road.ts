import type { Result } from "#lib/base/result.ts";
import type { StepWire } from "#lib/schema/step.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";

/** How a page takes steps about its report, as a member or with a receipt. */
export interface StepRoad {
  readonly take: (step: StepWire) => Promise<Result<null, ShownProblem>>;
  /** Shows the report as it is now. */
  readonly refresh: () => void;
}
