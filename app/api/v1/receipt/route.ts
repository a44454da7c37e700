import type { ReporterActor } from "#lib/access/actor.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { findReplyAddress } from "#lib/data/reports.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { receiptResponseSchema, type ReceiptResponse } from "#lib/schema/thread-response.ts";
import { findPublicationWish } from "#lib/workflow/checklist.ts";
import { loadCase, type ReportCase } from "#lib/workflow/load-case.ts";
import { showCase } from "#lib/workflow/show-case.ts";
import { showNotices } from "#lib/workflow/show-notices.ts";
import { jsonResponse, notFound } from "../../_answers/problem-response.ts";
import { forReporter } from "../../_answers/receipt-door.ts";

/** A report as its reporter sees it: state, thread, what is expected of whom and by when. */
export async function GET(request: Request): Promise<Response> {
  return forReporter(request, async (actor) => {
    const loaded = await loadCase(actor, actor.reportId);
    if (!loaded.ok) return notFound();
    return jsonResponse(receiptResponseSchema.encode(await receiptView(actor, loaded.value, new Date())));
  });
}

async function receiptView(actor: ReporterActor, loaded: ReportCase, now: Date): Promise<ReceiptResponse> {
  const { report } = loaded;
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
    ...(await showCase(actor, loaded, { party: "reporter", memberId: null }, now)),
    publicationWish: await findPublicationWish(actor, loaded, now),
    envelopes: envelopes.map((envelope) => ({
      ...envelope,
      parts: [...envelope.parts],
      keyPackets: [...envelope.keyPackets],
    })),
    notices: (await showNotices(actor, null, 10)).notices,
    now,
  };
}
