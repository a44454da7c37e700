import type { ShownIssue } from "#lib/schema/issue-response.ts";

/** Whether an issue's embargo is over, or can no longer begin. */
export function isEmbargoOver({ embargo }: Pick<ShownIssue, "embargo">): boolean {
  return embargo.state === "exited" || embargo.end !== null;
}
