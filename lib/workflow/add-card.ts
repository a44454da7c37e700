import type { SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, type Result } from "#lib/base/result.ts";
import { createEnvelope } from "#lib/data/envelopes.ts";
import { recordEvent } from "#lib/data/events.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { findIssue } from "#lib/data/issues.ts";
import { findReport } from "#lib/data/reports.ts";
import { lockSubmission } from "#lib/data/submissions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { EnvelopeUpload, MessageSubmission } from "#lib/schema/submission.ts";
import { checkEnvelope } from "./check-envelope.ts";
import { newReaders, readersOf, rosterToSealTo } from "./sealed-to.ts";
import { sentBefore } from "./sent-before.ts";
import { submissionHash } from "./submission-hash.ts";

export interface CardUpload {
  readonly reportId: ReportId;
  readonly submission: MessageSubmission;
  readonly envelope: EnvelopeUpload;
}

/**
 * Gives an issue a card: a report that came by gpg has none until the first member reads it, and a card can be corrected.
 * The newest one of each issue counts.
 *
 * @problem NOT_FOUND when the member may not see the report; SUBMISSION_ID_REUSED, and the codes of checking an envelope.
 */
export async function addCard(actor: SignedInActor, upload: CardUpload, now: Date): Promise<Result<null, Problem>> {
  const report = await findReport(actor, upload.reportId);
  if (!report.ok) return report;
  const issue = await findIssue(actor, upload.reportId, upload.submission.issue ?? 1);
  if (!issue.ok) return issue;
  const submissionId = upload.submission.submissionId ?? crypto.randomUUID();
  const hash = await submissionHash(upload);
  const earlier = await sentBefore(actor, submissionId, hash);
  if (earlier !== null) return earlier.ok ? ok(null) : earlier;

  const { rosterVersion: namedVersion } = upload.submission;
  const roster = await rosterToSealTo(actor, report.value.listId, { namedVersion, now });
  if (!roster.ok) return roster;
  const reporter = await listReporterCertificates(actor, upload.reportId);
  const checked = await checkEnvelope(upload.envelope, readersOf(roster.value, reporter, now));
  if (!checked.ok) return checked;

  const { readers, ...columns } = checked.value;
  return inTransaction(actor, async () => {
    await lockSubmission(actor, submissionId);
    const twin = await sentBefore(actor, submissionId, hash);
    if (twin !== null) return twin.ok ? ok(null) : twin;
    const created = await createEnvelope(actor, {
      ...columns,
      id: crypto.randomUUID() as EnvelopeId,
      reportId: upload.reportId,
      issueId: issue.value.id,
      rosterId: roster.value.id,
      kind: "card",
      sentAt: now,
      submissionId,
      submissionHash: hash,
      readers: newReaders(readers, roster.value, reporter),
    });
    if (!created.ok) return created;
    await recordEvent(actor, { kind: "card-added", at: now, reportId: upload.reportId });
    return ok(null);
  });
}
