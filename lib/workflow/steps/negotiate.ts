import { ok } from "#lib/base/result.ts";
import { recordEmbargoSteps } from "#lib/data/embargo-records.ts";
import { changeIssue } from "#lib/data/issues.ts";
import { embargoOf } from "#lib/embargo/embargo.ts";
import type { EmbargoRecord } from "#lib/embargo/embargo-record.ts";
import { mayAnswer, mayPropose } from "#lib/embargo/negotiation.ts";
import { issueOf, negotiationOf, type IssueCase } from "../load-case.ts";
import { recordAndTell } from "../tell.ts";
import { speakerOf, type StepContext, type TakeStep } from "./step-context.ts";

/** Names another date for an issue (A2, R7); the other side answers. */
export const propose: TakeStep<"propose"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const by = speakerOf(actor);
  const { disclosureAt, reason, answerUntil } = step;
  const allowed = mayPropose(negotiationOf(loaded, found.value, now), { by, disclosureAt, answerUntil });
  if (!allowed.ok) return allowed;

  const proposal = found.value.records.filter((record) => record.step === "propose").length + 1;
  const record = { step: "propose", at: now, by, proposal, disclosureAt, reason, answerUntil } as const;
  const written = await writeEmbargoSteps(context, found.value, [record]);
  if (!written.ok) return written;
  const facts = { issue: step.issue, proposal, disclosureAt: disclosureAt.toISOString(), reason };
  await recordAndTell(actor, loaded.report, { kind: "embargo-proposed", facts }, now);
  return ok(null);
};

/** Answers a proposal of the other side, or takes back one's own. */
export const answer: TakeStep<"answer"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const by = speakerOf(actor);
  const allowed = mayAnswer(negotiationOf(loaded, found.value, now), { ...step, by });
  if (!allowed.ok) return allowed;

  const written = await writeEmbargoSteps(context, found.value, [
    { step: step.answer, at: now, by, proposal: step.proposal },
  ]);
  if (!written.ok) return written;
  const kind = step.answer === "accept" ? "embargo-accepted" : "embargo-rejected";
  await recordAndTell(actor, loaded.report, { kind, facts: { issue: step.issue, proposal: step.proposal } }, now);
  return ok(null);
};

/**
 * Writes steps of a negotiation that have been allowed, and what they come to.
 *
 * @problem ISSUE_CHANGED when somebody was faster.
 */
export async function writeEmbargoSteps(
  { actor, now }: Pick<StepContext, "actor" | "now">,
  { issue, records }: Pick<IssueCase, "issue" | "records">,
  steps: readonly EmbargoRecord[],
  change: Parameters<typeof changeIssue>[2] = {},
) {
  const { state, disclosureAt, openProposals } = embargoOf([...records, ...steps], now);
  const changed = await changeIssue(actor, issue, {
    ...change,
    embargoState: state,
    disclosureAt: disclosureAt ?? openProposals[0]?.disclosureAt ?? null,
  });
  if (!changed.ok) return changed;
  await recordEmbargoSteps(actor, issue, steps, records.length);
  return ok(null);
}
