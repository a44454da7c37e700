import { ok, refused } from "#lib/base/result.ts";
import { recordCaseFacts } from "#lib/data/case-records.ts";
import { recordEmbargoSteps } from "#lib/data/embargo-records.ts";
import { changeIssue, createIssue } from "#lib/data/issues.ts";
import { embargoOf, type Embargo } from "#lib/embargo/embargo.ts";
import type { EmbargoRecord, Speaker } from "#lib/embargo/embargo-record.ts";
import { embargoOfIssue, issueOf, type IssueCase } from "../load-case.ts";
import { recordAndTell } from "../tell.ts";
import { writeEmbargoSteps } from "./negotiate.ts";
import { speakerOf, type TakeMemberStep } from "./step-context.ts";

/**
 * Splits an issue out of another one of its report (A6). It begins with the date that holds for the other, and where the
 * vendor was told of that, they were told of this as a part of it.
 */
export const split: TakeMemberStep<"split"> = async (step, { loaded, actor, now }) => {
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const { issue } = found.value;
  const number = Math.max(...loaded.issues.map((each) => each.issue.number)) + 1;
  if (step.number !== undefined && step.number !== number) return refused({ code: "ISSUE_CHANGED", facts: {} });
  const changed = await changeIssue(actor, issue, {});
  if (!changed.ok) return changed;

  const records = carriedOver(embargoOfIssue(found.value, now), { by: speakerOf(actor), proposal: 1, now });
  const embargo = embargoOf(records, now);
  const { reportId, policyVersion, exploitSharedAt, exploitSharedBy, exploitPublicationAt } = issue;
  const id = await createIssue(actor, {
    reportId,
    number,
    policyVersion,
    embargoState: embargo.state,
    disclosureAt: embargo.disclosureAt,
    createdAt: now,
    splitFromNumber: issue.number,
    exploitSharedAt,
    exploitSharedBy,
    exploitPublicationAt,
  });
  if (!id.ok) return id;
  const created = { id: id.value, reportId };
  await recordEmbargoSteps(actor, created, records, 0);
  const known = found.value.caseRecords.filter(({ fact }) => fact === "vendor-aware");
  const facts = known.map(({ fact, occurredAt, evidence }) => ({ fact, occurredAt, recordedAt: now, evidence }));
  await recordCaseFacts(actor, created, facts, 0);
  await recordAndTell(actor, loaded.report, { kind: "issue-split", facts: { issue: step.issue, number } }, now);
  return ok(null);
};

/**
 * The agreed date of another issue, as the member carries it over and the policy lets it stand; nothing where nothing is
 * agreed or all is over.
 */
function carriedOver(
  { agreement, disclosureAt, end }: Embargo,
  { by, proposal, now: at }: { readonly by: Speaker; readonly proposal: number; readonly now: Date },
): readonly EmbargoRecord[] {
  if (agreement === null || disclosureAt === null || end !== null) return [];
  return [
    { step: "propose", at, by, proposal, disclosureAt, reason: "carried-over", answerUntil: null },
    { step: "accept", at, by: "policy", proposal },
  ];
}

/** Merges an issue into another of its report; of two agreed dates the earlier holds from then on. */
export const merge: TakeMemberStep<"merge"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const into = loaded.issues.find(({ issue }) => issue.number === step.into);
  if (into === undefined || into === found.value) return refused({ code: "NOT_FOUND", facts: {} });
  if (into.issue.mergedAt !== null) return refused({ code: "ISSUE_MERGED", facts: {}, clause: "A6" });

  const earlier = await takeEarlierDate(context, found.value, into);
  if (!earlier.ok) return earlier;
  const { embargoState } = found.value.issue;
  const isStanding = embargoState === "active" || embargoState === "revise" || embargoState === "proposed";
  const change = { mergedAt: now, mergedIntoNumber: step.into };
  const by = speakerOf(actor);
  const end = { step: "terminate", at: now, by, cause: "merged", evidence: null } as const;
  const changed = isStanding
    ? await writeEmbargoSteps(context, found.value, [end], change)
    : await changeIssue(actor, found.value.issue, change);
  if (!changed.ok) return changed;
  const facts = { issue: step.issue, into: step.into };
  await recordAndTell(actor, loaded.report, { kind: "issues-merged", facts }, now);
  return ok(null);
};

async function takeEarlierDate(context: Parameters<TakeMemberStep<"merge">>[1], from: IssueCase, into: IssueCase) {
  const { actor, now } = context;
  const [given, kept] = [embargoOfIssue(from, now), embargoOfIssue(into, now)];
  const proposal = into.records.filter(({ step }) => step === "propose").length + 1;
  const steps = kept.end === null ? carriedOver(given, { by: speakerOf(actor), proposal, now }) : [];
  const isEarlier =
    given.disclosureAt !== null && (kept.disclosureAt === null || given.disclosureAt < kept.disclosureAt);
  return steps.length > 0 && isEarlier ? writeEmbargoSteps(context, into, steps) : changeIssue(actor, into.issue, {});
}
