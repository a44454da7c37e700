import type { Viewer } from "#components/embargo/issue-words.ts";
import type { StepRoad } from "#components/embargo/step-road.ts";

/** Where somebody sits who takes steps about a report. */
export interface StepDesk {
  readonly viewer: Viewer;
  readonly road: StepRoad;
  /** The server's clock when the page was made. */
  readonly now: Date;
}
