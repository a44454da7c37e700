import type { StepRoad } from "./step-road.ts";

/** From whose side a page is looked at. */
export type Viewer = "reporter" | "member";

/** Where somebody sits who takes steps about a report. */
export interface StepDesk {
  readonly viewer: Viewer;
  readonly road: StepRoad;
  /** The server's clock when the page was made. */
  readonly now: Date;
}
