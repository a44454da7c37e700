import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { isKeptSecret, unmerged } from "#components/embargo/issue-standing.ts";

/** What may be done with a report's content (M5). */
export type TrafficLight =
  | { readonly colour: "clear" }
  /** Until when; null where no date is agreed, or each issue has its own. */
  | { readonly colour: "amber"; readonly until: Date | "no date" | "several dates" };

/** By its issues: as long as one is to be kept secret, so is all that was written about them together. */
export function trafficLight(issues: readonly ShownIssue[]): TrafficLight {
  const secret = unmerged(issues).filter(isKeptSecret);
  const [first] = secret;
  if (first === undefined) return { colour: "clear" };
  if (secret.length > 1) return { colour: "amber", until: "several dates" };
  return { colour: "amber", until: first.embargo.disclosureAt ?? "no date" };
}
