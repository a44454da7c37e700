import { changeIssue, type IssueChange } from "#lib/data/issues.ts";
import type { EndCause } from "#lib/embargo/embargo-record.ts";
import { mayTerminate } from "#lib/embargo/negotiation.ts";
import { negotiationOf, type IssueCase } from "../load-case.ts";
import { writeEmbargoSteps } from "./negotiate.ts";
import { speakerOf, type StepContext } from "./step-context.ts";

/**
 * Changes an issue, and ends its embargo with that where it is not over yet.
 *
 * @param evidence - How somebody knows, in clear; null where the cause speaks for itself.
 * @problem ISSUE_CHANGED when somebody was faster.
 */
export async function endEmbargo(
  context: StepContext,
  each: IssueCase,
  { cause, evidence }: { readonly cause: EndCause; readonly evidence: string | null },
  change: IssueChange = {},
) {
  const { actor, loaded, now } = context;
  if (!mayTerminate(negotiationOf(loaded, each, now)).ok) return changeIssue(actor, each.issue, change);
  const by = speakerOf(actor);
  return writeEmbargoSteps(context, each, [{ step: "terminate", at: now, by, cause, evidence }], change);
}
