import { ok, refused } from "#lib/base/result.ts";
import { recordCaseFacts } from "#lib/data/case-records.ts";
import { changeIssue } from "#lib/data/issues.ts";
import { changePostingToTakenBack, createPosting } from "#lib/data/postings.ts";
import { impliedBy } from "#lib/embargo/case-state.ts";
import { issueOf } from "../load-case.ts";
import { recordAndTell } from "../tell.ts";
import { endEmbargo } from "./end-embargo.ts";
import type { TakeMemberStep, TakeStep } from "./step-context.ts";

/**
 * Records that the issue was posted in public (R13), or its exploit (R14). With the first the issue is public and its
 * embargo over; with the second the exploit is.
 */
export const recordPosting: TakeStep<"record-posting"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const { posting: kind, reference, postedAt, carriesDetails, includesExploit, announcesExploitAt } = step;
  if (postedAt > now)
    return refused({ code: "INSTANT_IN_FUTURE", facts: { now: now.toISOString() }, field: "postedAt" });

  const ended = await endEmbargo(context, found.value, { cause: "published", evidence: reference });
  if (!ended.ok) return ended;
  const { issue, caseState, caseRecords } = found.value;
  const isExploit = kind === "exploit" || includesExploit;
  const facts = impliedBy(caseState, isExploit ? "exploit-public" : "public");
  const records = facts.map((fact) => ({ fact, occurredAt: postedAt, recordedAt: now, evidence: reference }));
  await recordCaseFacts(actor, issue, records, caseRecords.length);
  await createPosting(actor, issue, {
    kind,
    reference,
    postedAt,
    carriesDetails,
    includesExploit: isExploit,
    announcesExploitAt,
    recordedAt: now,
  });
  await recordAndTell(
    actor,
    loaded.report,
    { kind: "posting-recorded", facts: { issue: step.issue, posting: kind } },
    now,
  );
  return ok(null);
};

/** Says that a posting was recorded by mistake: what it closed is owed again. What became public stays so. */
export const takeBackPosting: TakeMemberStep<"take-back-posting"> = async (step, { loaded, actor, now }) => {
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const { issue, postings } = found.value;
  const isOfIssue = postings.some(({ id }) => id === step.postingId);
  const isTakenBack = isOfIssue && (await changePostingToTakenBack(actor, loaded.report.id, step.postingId, now));
  if (!isTakenBack) return refused({ code: "NOT_FOUND", facts: {} });
  const changed = await changeIssue(actor, issue, {});
  if (!changed.ok) return changed;
  await recordAndTell(actor, loaded.report, { kind: "posting-taken-back", facts: { issue: step.issue } }, now);
  return ok(null);
};
