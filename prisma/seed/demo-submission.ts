import { addHours, hourMs } from "#lib/base/instant.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { ReporterActor } from "#lib/access/actor.ts";
import { reporterOfSubmission } from "#lib/auth/reporter-door.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { composeCard } from "#lib/mime/card.ts";
import { acceptReport, type ReportUpload } from "#lib/workflow/accept-report.ts";
import { usualAnswers, type DemoReport } from "./demo-report.ts";
import { sealDraft, sealEntity, type DemoSealing } from "./demo-upload.ts";
import { unwatched, type DemoVault } from "./demo-vault.ts";

/** A report that was taken, and what its reporter returns with. */
export interface SubmittedReport {
  readonly id: ReportId;
  readonly actor: ReporterActor;
  readonly handle: string;
  readonly receivedAt: Date;
  readonly receipt: string;
  /** Of the receipt's certificate. */
  readonly fingerprint: string;
  readonly certificate: Uint8Array;
}

/** Seals a report to its list's roster as a reporter's browser does, and hands it in at `at`. */
export async function submitDemoReport(
  report: DemoReport,
  { vault, roster, at }: { readonly vault: DemoVault; readonly roster: PublishedRoster; readonly at: Date },
): Promise<SubmittedReport> {
  const { certificate, text: receipt, ...claims } = await vault.newReceipt({}, unwatched);
  if (certificate === null) throw new Error("a new receipt without a certificate");
  const sealing = { vault, roster, at, signer: certificate.fingerprint, reporter: certificate.bytes };
  const submissionId = crypto.randomUUID();
  const actor = await reporterOfSubmission(submissionId);
  const upload: ReportUpload = {
    submissionId,
    door: "form",
    submission: {
      submissionId,
      rosterVersion: roster.version,
      answers: answersOf(report, at),
      ...(report.isProvisional === true ? { isProvisional: true } : {}),
      replyAddress: null,
      envelopes: {},
    },
    receipt: { lookupId: claims.lookupId, authenticatorHash: claims.authenticatorHash, holdsKey: true },
    envelopes: await sealReport(report, sealing),
    receiptCertificate: certificate.bytes,
    ownCertificate: null,
  };
  const accepted = await acceptReport(actor, upload, at);
  if (!accepted.ok) throw new Error(`the demo's report was refused: ${accepted.problem.problem.code}`);
  return {
    ...accepted.value,
    id: actor.reportId,
    actor,
    receipt,
    fingerprint: certificate.fingerprint,
    certificate: certificate.bytes,
  };
}

/** The disclosure that a report proposes, if it comes at `at`. */
export function disclosureOf({ embargoHours }: DemoReport, at: Date): Date {
  return fullHourAfter(addHours(at, embargoHours));
}

function answersOf(report: DemoReport, at: Date) {
  const { listName: list, answers, exploit } = report;
  const proposedDisclosureAt = disclosureOf(report, at);
  const exploitPublicationAt = exploit === null ? null : addHours(proposedDisclosureAt, exploit.delayHours);
  return { ...usualAnswers, ...answers, list, proposedDisclosureAt, exploitPublicationAt };
}

function fullHourAfter(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / hourMs) * hourMs);
}

async function sealReport(
  { card, text, credit, attachments, exploit }: DemoReport,
  sealing: DemoSealing,
): Promise<ReportUpload["envelopes"]> {
  const fields = [
    { name: "Software", value: card.software },
    { name: "Versions", value: card.versions },
    { name: "Severity vector", value: card.severityVector ?? "" },
    { name: "CVE", value: card.cveIds.join(", ") },
    { name: "Credit", value: credit },
  ].filter(({ value }) => value !== "");
  const subject = `Exploit: ${card.title}`;
  return {
    report: await sealDraft({ subject: card.title, text, fields, attachments }, sealing),
    card: await sealEntity(composeCard(card), [], sealing),
    ...(exploit === null ? {} : { exploit: await sealDraft({ subject, fields: [], ...exploit }, sealing) }),
  };
}
