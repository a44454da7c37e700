import { ok, refused } from "#lib/base/result.ts";
import { recordCaseFacts } from "#lib/data/case-records.ts";
import { changeIssue } from "#lib/data/issues.ts";
import { caseAfter, impliedBy, type CaseFact } from "#lib/embargo/case-state.ts";
import type { EndCause } from "#lib/embargo/embargo-record.ts";
import { issueOf } from "../load-case.ts";
import { recordAndTell } from "../tell.ts";
import { endEmbargo } from "./end-embargo.ts";
import type { TakeStep } from "./step-context.ts";

/** The facts with which an embargo is over at once, whatever was agreed. */
const endingFacts: ReadonlyMap<CaseFact, EndCause> = new Map<CaseFact, EndCause>([
  ["public", "public"],
  ["exploit-public", "exploit-public"],
  ["attacks-seen", "attacks-seen"],
]);

/** Records one of the six facts of a case, with what follows from it; one that ends the embargo ends it (M1, A10). */
export const recordFact: TakeStep<"record-fact"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const { fact, occurredAt, evidence } = step;
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  if (occurredAt > now)
    return refused({ code: "INSTANT_IN_FUTURE", facts: { now: now.toISOString() }, field: "occurredAt" });
  const { caseState, caseRecords, issue } = found.value;
  const facts = impliedBy(caseState, fact);
  if (facts.length === 0 || (facts[0] !== fact && !endingFacts.has(fact))) {
    const history = caseAfter(caseState, fact);
    if (!history.ok) return history;
  }

  const cause = facts.map((each) => endingFacts.get(each)).find((each) => each !== undefined);
  const changed =
    cause === undefined
      ? await changeIssue(actor, issue, {})
      : await endEmbargo(context, found.value, { cause, evidence });
  if (!changed.ok) return changed;
  const records = facts.map((each) => ({ fact: each, occurredAt, recordedAt: now, evidence }));
  await recordCaseFacts(actor, issue, records, caseRecords.length);
  await recordAndTell(actor, loaded.report, { kind: "case-fact-recorded", facts: { issue: step.issue, fact } }, now);
  return ok(null);
};
