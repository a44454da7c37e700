import { isSignedIn, type ReporterActor, type SignedInActor } from "#lib/access/actor.ts";
import type { EnvelopeId, ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { createEnvelope } from "#lib/data/envelopes.ts";
import { recordEvent } from "#lib/data/events.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { lockReport } from "#lib/data/report-lock.ts";
import { findReport, type ReportSummary } from "#lib/data/reports.ts";
import { lockSubmission } from "#lib/data/submissions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { EnvelopeUpload, MessageSubmission } from "#lib/schema/submission.ts";
import { checkEnvelope } from "./check-envelope.ts";
import { newReaders, readersOf, rosterToSealTo } from "./sealed-to.ts";
import { sentBefore, type SentEnvelope } from "./sent-before.ts";
import { settleReport } from "./settle-report.ts";
import { submissionHash } from "./submission-hash.ts";
import { recordAndTell } from "./tell.ts";

export interface MessageUpload {
  readonly reportId: ReportId;
  readonly submissionId: string;
  readonly submission: MessageSubmission;
  readonly envelope: EnvelopeUpload;
}

/**
 * Adds a sealed message to a report's thread (M6: to the list, and as a rule to the reporter). It is sealed to the
 * roster of today: who joined since the report came can read it, and who left cannot.
 *
 * A note (`status`) stands beside what a member says of their organisation: it is for the list's readers alone, so a
 * packet of the reporter's is one too many, and nobody is told of it.
 *
 * @problem NOT_FOUND when the actor may not see the report, or a reporter sends a note.
 * @problem LIST_NOT_READY, ROSTER_EXPIRED, ROSTER_OUTDATED.
 * @problem SUBMISSION_ID_REUSED when something else came under this submission id.
 * @problem any code of lib/base/problems/envelope.ts that speaks of packets or readers.
 */
export async function acceptMessage(
  actor: SignedInActor | ReporterActor,
  upload: MessageUpload,
  now: Date,
): Promise<Result<SentEnvelope, Problem>> {
  const isNote = upload.submission.kind === "status";
  if (isNote && !isSignedIn(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  const report = await findReport(actor, upload.reportId);
  if (!report.ok) return report;

  const hash = await submissionHash(upload);
  const earlier = await sentBefore(actor, upload.submissionId, hash);
  if (earlier !== null) return earlier;

  const { rosterVersion: namedVersion } = upload.submission;
  const roster = await rosterToSealTo(actor, report.value.listId, { namedVersion, now });
  if (!roster.ok) return roster;
  const reporter = isNote ? [] : await listReporterCertificates(actor, upload.reportId);
  const checked = await checkEnvelope(upload.envelope, readersOf(roster.value, reporter, now));
  if (!checked.ok) return checked;

  return inTransaction(actor, async () => {
    await lockSubmission(actor, upload.submissionId);
    await lockReport(actor, upload.reportId);
    const twin = await sentBefore(actor, upload.submissionId, hash);
    if (twin !== null) return twin;
    const id = crypto.randomUUID() as EnvelopeId;
    const { readers, ...columns } = checked.value;
    const created = await createEnvelope(actor, {
      ...columns,
      id,
      reportId: upload.reportId,
      issueId: null,
      rosterId: roster.value.id,
      kind: upload.submission.kind,
      sentAt: now,
      submissionId: upload.submissionId,
      submissionHash: hash,
      readers: newReaders(readers, roster.value, reporter),
    });
    if (!created.ok) return created;
    const facts = { kind: upload.submission.kind, toReporter: isSignedIn(actor) && reachesReporter(readers, reporter) };
    await recordSent(actor, report.value, facts, now);
    await settleReport(actor, upload.reportId, now);
    return ok({ id, sentAt: now });
  });
}

/** What a note stands beside is told by the step that names it. */
async function recordSent(
  actor: SignedInActor | ReporterActor,
  report: ReportSummary,
  facts: { readonly kind: MessageSubmission["kind"]; readonly toReporter: boolean },
  now: Date,
): Promise<void> {
  const event = { kind: "message-sent", facts } as const;
  if (facts.kind === "status") await recordEvent(actor, { ...event, at: now, reportId: report.id });
  else await recordAndTell(actor, report, event, now);
}

function reachesReporter(
  packets: readonly { readonly reader: { readonly fingerprint: string } }[],
  reporter: readonly { readonly fingerprint: string }[],
): boolean {
  return packets.some(({ reader }) => reporter.some(({ fingerprint }) => fingerprint === reader.fingerprint));
}
