import type { EnvelopeId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { recordCaseFacts } from "#lib/data/case-records.ts";
import { createDutyWork } from "#lib/data/duty-works.ts";
import { findEnvelope } from "#lib/data/envelopes.ts";
import { recordEvent } from "#lib/data/events.ts";
import { changeIssue } from "#lib/data/issues.ts";
import { createLeak } from "#lib/data/leaks.ts";
import { changeOrganisationStatus } from "#lib/data/organisation-statuses.ts";
import { listTriageAnswers, recordTriageAnswer } from "#lib/data/triage-answers.ts";
import { impliedBy } from "#lib/embargo/case-state.ts";
import { vendorAwareByTriage } from "#lib/embargo/vendor-awareness.ts";
import { publicationWishOf } from "../checklist.ts";
import { recordAndTell } from "../tell.ts";
import type { StepContext, TakeMemberStep, TakeStep } from "./step-context.ts";

/** Says where the member's organisation stands with an issue. */
export const setStatus: TakeMemberStep<"set-status"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const found = loaded.issues.find(({ issue }) => issue.number === step.issue);
  if (found === undefined) return refused({ code: "NOT_FOUND", facts: {} });
  const { status, envelopeId } = step;
  if (!(await isOwnNote(context, envelopeId ?? null))) return refused({ code: "NOT_FOUND", facts: {} });
  const note = envelopeId === undefined ? {} : { envelopeId };
  await changeOrganisationStatus(actor, found.issue, { status, changedAt: now, ...note });
  const facts = { issue: step.issue, status, organisation: actor.organisationId };
  await recordEvent(actor, { kind: "organisation-status-changed", at: now, reportId: loaded.report.id, facts });
  return ok(null);
};

/**
 * Answers a question of the checklist (A1 to A8). Once enough members find the issue public or minor, everybody is told
 * that the list would much rather see it published now, the reporter above all (A3); and once everybody was told who
 * should know, it is on record that the vendor does (A4).
 */
export const triage: TakeMemberStep<"triage"> = async ({ given }, { loaded, actor, now }) => {
  const { report } = loaded;
  if (given.question === "others-told" && given.answer === "all-told") {
    const recorded = await recordVendorAware({ actor, loaded, now });
    if (!recorded.ok) return recorded;
  }
  const findWish = async () => publicationWishOf(loaded, await listTriageAnswers(actor, report.id), now);
  const before = await findWish();
  await recordTriageAnswer(actor, report.id, { ...given, at: now });
  await recordEvent(actor, { kind: "triage-answered", at: now, reportId: report.id, facts: { ...given } });
  const after = await findWish();
  if (before === null && after !== null)
    await recordAndTell(actor, report, { kind: "publication-preferred", facts: { because: after.because } }, now);
  return ok(null);
};

/** Of every issue that still has a say: once all who should know were told, whoever makes the software knows (A4). */
async function recordVendorAware({ actor, loaded, now }: StepContext): Promise<Result<null, Problem>> {
  for (const { issue, caseState, caseRecords } of loaded.issues) {
    const [fact] = issue.mergedAt === null ? impliedBy(caseState, "vendor-aware") : [];
    if (fact !== "vendor-aware") continue;
    const changed = await changeIssue(actor, issue, {});
    if (!changed.ok) return changed;
    const record = { fact, occurredAt: now, recordedAt: now, evidence: vendorAwareByTriage };
    await recordCaseFacts(actor, issue, [record], caseRecords.length);
    await recordAndTell(
      actor,
      loaded.report,
      { kind: "case-fact-recorded", facts: { issue: issue.number, fact } },
      now,
    );
  }
  return ok(null);
}

/** Records that something got out: from now on it is to be told, looked into and reported (M4). */
export const recordLeak: TakeStep<"record-leak"> = async ({ noticedAt }, { loaded, actor, now }) => {
  if (noticedAt > now)
    return refused({ code: "INSTANT_IN_FUTURE", facts: { now: now.toISOString() }, field: "noticedAt" });
  const number = loaded.leaks.length + 1;
  const isNew = await createLeak(actor, loaded.report.id, { number, noticedAt, recordedAt: now });
  if (!isNew) return refused({ code: "ISSUE_CHANGED", facts: {} });
  await recordAndTell(actor, loaded.report, { kind: "leak-recorded", facts: { number } }, now);
  return ok(null);
};

/** Records that the member's organisation took a duty for this report, or did it (T1 to T6, A1 to A13). */
export const recordDutyWork: TakeMemberStep<"record-duty-work"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const { duty, outcome, envelopeId } = step;
  if (!(await isOwnNote(context, envelopeId))) return refused({ code: "NOT_FOUND", facts: {} });
  await createDutyWork(actor, loaded.report.id, { duty, outcome, envelopeId, at: now });
  const facts = { duty, outcome, organisation: actor.organisationId };
  await recordEvent(actor, { kind: "duty-work-recorded", at: now, reportId: loaded.report.id, facts });
  return ok(null);
};

/** Whether a sealed note is one that this very member wrote on this report. */
async function isOwnNote(
  { actor, loaded }: StepContext<Parameters<TakeMemberStep<"triage">>[1]["actor"]>,
  id: EnvelopeId | null,
): Promise<boolean> {
  if (id === null) return true;
  const envelope = await findEnvelope(actor, id);
  if (!envelope.ok) return false;
  const { kind, reportId, authorMember } = envelope.value;
  return kind === "status" && reportId === loaded.report.id && authorMember?.id === actor.memberId;
}
