import type { ReporterActor } from "#lib/access/actor.ts";
import type { EnvelopeId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { recordCaseFacts, type NewCaseFact } from "#lib/data/case-records.ts";
import { recordEmbargoSteps } from "#lib/data/embargo-records.ts";
import { createEnvelope, type EnvelopeKind } from "#lib/data/envelopes.ts";
import { recordEvent } from "#lib/data/events.ts";
import { createHandle } from "#lib/data/handles.ts";
import { listLists, type ListSummary } from "#lib/data/lists.ts";
import { createReporterCertificate, type ReporterCertificate } from "#lib/data/reporter-certificates.ts";
import { createReport } from "#lib/data/reports.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { findSubmission, lockSubmission } from "#lib/data/submissions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { embargoAtSubmission } from "#lib/embargo/embargo-machine.ts";
import type { EmbargoRecord } from "#lib/embargo/embargo-record.ts";
import { vendorAwareByReport } from "#lib/embargo/vendor-awareness.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { findingsOf, mayBeSubmitted, mayBeTakenProvisionally } from "#lib/policy/findings.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { submissionFacts } from "#lib/schema/clear-facts.ts";
import type { EnvelopeUpload, ReportSubmission } from "#lib/schema/submission.ts";
import { checkEnvelope, type CheckedEnvelope } from "./check-envelope.ts";
import { checkReplyCertificates } from "./reply-certificates.ts";
import { inTurn } from "./in-turn.ts";
import { newReaders, readersOf, rosterToSealTo } from "./sealed-to.ts";
import { settleReport } from "./settle-report.ts";
import { submissionHash } from "./submission-hash.ts";

export interface ReportUpload {
  readonly submissionId: string;
  readonly door: "form" | "api";
  readonly submission: ReportSubmission;
  /** What the holder of the receipt will be known by: made in the browser, or by the door for the API. */
  readonly receipt: { readonly lookupId: string; readonly authenticatorHash: string; readonly holdsKey: boolean };
  readonly envelopes: Readonly<Partial<Record<"report" | "exploit" | "card", EnvelopeUpload>>> & {
    readonly report: EnvelopeUpload;
  };
  /** Derived from the receipt, in the browser. */
  readonly receiptCertificate: Uint8Array<ArrayBuffer> | null;
  readonly ownCertificate: Uint8Array<ArrayBuffer> | null;
}

export interface AcceptedReport {
  readonly handle: string;
  readonly receivedAt: Date;
  readonly findings: readonly Finding[];
}

/** A refusal, with all that the policy says where it was the policy that refused. */
export interface ReportRefusal {
  readonly problem: Problem;
  readonly findings: readonly Finding[];
}

/**
 * Takes a sealed report: the one room behind form, API and mail. What it stores, it stores in one transaction.
 *
 * @param actor - The reporter of this very report.
 * @param now - The server's clock: the instant of receipt, from which the embargo is counted (R11).
 * @returns the same answer for the same submission id and content, however often it comes.
 */
export async function acceptReport(
  actor: ReporterActor,
  upload: ReportUpload,
  now: Date,
): Promise<Result<AcceptedReport, ReportRefusal>> {
  const outcome = await inTurn(() => judgeAndStore(actor, upload, now));
  return outcome ?? refusal({ code: "TOO_BUSY", facts: { retryAfterSeconds: 5 } });
}

async function judgeAndStore(
  actor: ReporterActor,
  upload: ReportUpload,
  now: Date,
): Promise<Result<AcceptedReport, ReportRefusal>> {
  const hash = await submissionHash(upload);
  const [earlier, lists] = await inTransaction(
    actor,
    async () => [await earlierAnswer(actor, hash), await listLists(actor)] as const,
  );
  if (earlier !== null) return earlier;

  const list = lists.find(({ name }) => name === upload.submission.answers.list);
  const findings = findingsOf(submissionFacts(upload.submission.answers, now), policyOf(policyVersionOf(list, lists)));
  const [worst] = findings;
  if (worst !== undefined && !isTaken(findings, upload.submission)) return refusal(worst.problem, findings);
  if (list === undefined) return refusal({ code: "LIST_UNKNOWN", facts: { known: lists.map(({ name }) => name) } });

  const checked = await checkUpload(actor, upload, list, now);
  if (!checked.ok) return refusal(checked.problem, findings);
  return inTransaction(actor, async () => {
    await lockSubmission(actor, upload.submissionId);
    const twin = await earlierAnswer(actor, hash);
    if (twin !== null) return twin;
    const stored = await store(actor, { upload, list, findings, hash, checked: checked.value, now });
    return stored.ok ? stored : refusal(stored.problem, findings);
  });
}

/** Whether the policy lets the report in; its date alone keeps none out that asks to be taken without an agreed one. */
function isTaken(findings: readonly Finding[], { isProvisional }: ReportSubmission): boolean {
  return mayBeSubmitted(findings) || (isProvisional === true && mayBeTakenProvisionally(findings));
}

/** The answer that this very submission was given before, or null where it has not come yet. */
async function earlierAnswer(
  actor: ReporterActor,
  hash: string,
): Promise<Result<AcceptedReport, ReportRefusal> | null> {
  const earlier = await findSubmission(actor);
  if (earlier === null) return null;
  if (earlier.submissionHash !== hash) return refusal({ code: "SUBMISSION_ID_REUSED", facts: {} });
  const policyFindings = findingsOf(
    submissionFacts(earlier.facts, earlier.receivedAt),
    policyOf(earlier.policyVersion),
  );
  return ok({ handle: earlier.handle, receivedAt: earlier.receivedAt, findings: policyFindings });
}

function refusal(problem: Problem, findings: readonly Finding[] = []) {
  return refused({ problem, findings });
}

/** Both lists follow one policy; a report that names no list is judged by it too. */
function policyVersionOf(list: ListSummary | undefined, lists: readonly ListSummary[]): string {
  const version = (list ?? lists[0])?.policyVersion;
  if (version === undefined) throw new Error("a house without lists");
  return version;
}

interface CheckedUpload {
  readonly roster: PublishedRoster;
  readonly certificates: readonly Omit<ReporterCertificate, "id">[];
  readonly envelopes: readonly { readonly kind: EnvelopeKind; readonly envelope: CheckedEnvelope }[];
}

async function checkUpload(
  actor: ReporterActor,
  upload: ReportUpload,
  list: ListSummary,
  now: Date,
): Promise<Result<CheckedUpload, Problem>> {
  const { answers, rosterVersion } = upload.submission;
  if (upload.envelopes.exploit !== undefined && answers.hasExploit !== true)
    return refused({ code: "EXPLOIT_NOT_DECLARED", facts: {}, clause: "R14", field: "hasExploit" });

  const roster = await rosterToSealTo(actor, list.id, { namedVersion: rosterVersion, now });
  if (!roster.ok) return roster;
  const certificates = await checkReplyCertificates(upload.receiptCertificate, upload.ownCertificate, now);
  if (!certificates.ok) return certificates;

  const readers = readersOf(roster.value, certificates.value, now);
  const envelopes: CheckedUpload["envelopes"][number][] = [];
  for (const kind of ["report", "exploit", "card"] as const) {
    const one = upload.envelopes[kind];
    if (one === undefined) continue;
    const envelope = await checkEnvelope(one, readers);
    if (!envelope.ok) return refused({ ...envelope.problem, field: kind });
    envelopes.push({ kind, envelope: envelope.value });
  }
  return ok({ roster: roster.value, certificates: certificates.value, envelopes });
}

interface ReportToStore {
  readonly upload: ReportUpload;
  readonly list: ListSummary;
  readonly findings: readonly Finding[];
  readonly hash: string;
  readonly checked: CheckedUpload;
  readonly now: Date;
}

async function store(
  actor: ReporterActor,
  { upload, list, findings, hash, checked, now }: ReportToStore,
): Promise<Result<AcceptedReport, Problem<"RECEIPT_REUSED" | "SUBMISSION_ID_REUSED">>> {
  const { submission, receipt, submissionId } = upload;
  const { answers } = submission;
  const handle = await createHandle(actor, now);
  const issueId = await createReport(actor, {
    id: actor.reportId,
    handle,
    listId: list.id,
    submissionId,
    submissionHash: hash,
    door: upload.door,
    policyVersion: list.policyVersion,
    facts: answers,
    receivedAt: now,
    replyAddress: submission.replyAddress,
    receiptLookupId: receipt.lookupId,
    receiptAuthenticatorHash: receipt.authenticatorHash,
    receiptHoldsKey: receipt.holdsKey,
    embargoState: embargoAtSubmission(findings, answers),
    disclosureAt: answers.proposedDisclosureAt,
  });
  if (!issueId.ok) return issueId;
  const issue = { id: issueId.value, reportId: actor.reportId };
  await recordEmbargoSteps(actor, issue, firstSteps(findings, answers, now), 0);
  await recordCaseFacts(actor, issue, firstFacts(answers, now), 0);
  const certificates = await storeCertificates(actor, checked.certificates, now);
  for (const { kind, envelope } of checked.envelopes) {
    const { readers, ...columns } = envelope;
    const created = await createEnvelope(actor, {
      ...columns,
      id: crypto.randomUUID() as EnvelopeId,
      reportId: actor.reportId,
      issueId: kind === "card" ? issueId.value : null,
      rosterId: checked.roster.id,
      kind,
      sentAt: now,
      submissionId: kind === "report" ? submissionId : crypto.randomUUID(),
      submissionHash: hash,
      readers: newReaders(readers, checked.roster, certificates),
    });
    if (!created.ok) return created;
  }
  await recordEvent(actor, {
    kind: "report-received",
    at: now,
    reportId: actor.reportId,
    facts: { door: upload.door, list: list.name, rosterVersion: checked.roster.version },
  });
  await settleReport(actor, actor.reportId, now);
  return ok({ handle, receivedAt: now, findings });
}

/** The date that came with the report is a proposal, which the standing policy accepts where it is within it (R11). */
function firstSteps(
  findings: readonly Finding[],
  facts: ReportSubmission["answers"],
  now: Date,
): readonly EmbargoRecord[] {
  const state = embargoAtSubmission(findings, facts);
  const disclosureAt = facts.proposedDisclosureAt;
  if (state === "none" || disclosureAt === null) return [];
  const by = { party: "reporter", memberId: null } as const;
  const proposal = { step: "propose", at: now, by, proposal: 1, disclosureAt, reason: "date-of-report" } as const;
  const records: readonly EmbargoRecord[] = [{ ...proposal, answerUntil: null }];
  return state === "active" ? [...records, { step: "accept", at: now, by: "policy", proposal: 1 }] : records;
}

/** Whoever makes the software knows of it once anybody of them was told (R12). */
function firstFacts({ toldOthers }: ReportSubmission["answers"], now: Date): readonly NewCaseFact[] {
  const evidence = vendorAwareByReport(toldOthers);
  return evidence === null ? [] : [{ fact: "vendor-aware", occurredAt: now, recordedAt: now, evidence }];
}

async function storeCertificates(
  actor: ReporterActor,
  certificates: readonly Omit<ReporterCertificate, "id">[],
  now: Date,
): Promise<readonly ReporterCertificate[]> {
  const stored: ReporterCertificate[] = [];
  for (const certificate of certificates) {
    const id = await createReporterCertificate(actor, certificate, now);
    if (id === null) throw new Error("a new report that has a certificate already");
    stored.push({ ...certificate, id });
  }
  return stored;
}
