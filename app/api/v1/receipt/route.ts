import type { ReporterActor } from "#lib/access/actor.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { findReplyAddress, findReport, type ReportSummary } from "#lib/data/reports.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { reportTimes } from "#lib/embargo/report-times.ts";
import { openObligations } from "#lib/embargo/reporter-obligations.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { receiptResponseSchema, type ReceiptResponse } from "#lib/schema/thread-response.ts";
import { jsonResponse, notFound } from "../../_answers/problem-response.ts";
import { forReporter } from "../../_answers/receipt-door.ts";

/** A report as its reporter sees it: state, thread, what is expected of whom and by when. */
export async function GET(request: Request): Promise<Response> {
  return forReporter(request, async (actor) => {
    const report = await findReport(actor, actor.reportId);
    if (!report.ok) return notFound();
    return jsonResponse(receiptResponseSchema.encode(await receiptView(actor, report.value, new Date())));
  });
}

async function receiptView(actor: ReporterActor, report: ReportSummary, now: Date): Promise<ReceiptResponse> {
  const certificates = await listReporterCertificates(actor, report.id);
  const envelopes = await listEnvelopes(actor, { reportId: report.id });
  return {
    reportId: report.id,
    handle: report.handle,
    listName: report.listName,
    receivedAt: report.receivedAt,
    acknowledgedAt: report.acknowledgedAt,
    acknowledgedBy: report.acknowledgedBy,
    embargoState: report.embargoState,
    disclosureAt: report.disclosureAt,
    answers: report.facts,
    replyAddress: await findReplyAddress(actor),
    receiptHoldsKey: report.receiptHoldsKey,
    reporterCertificates: certificates.map(({ origin, fingerprint, bytes }) => ({ origin, fingerprint, bytes })),
    obligations: [...openObligations(reportTimes(report), policyOf(report.policyVersion))],
    envelopes: envelopes.map((envelope) => ({
      ...envelope,
      parts: [...envelope.parts],
      keyPackets: [...envelope.keyPackets],
    })),
    now,
  };
}
