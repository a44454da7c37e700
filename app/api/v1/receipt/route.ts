import type { ReporterActor } from "#lib/access/actor.ts";
import { ok } from "#lib/base/result.ts";
import { findReporterFile, type ReporterFile } from "#lib/data/case-files.ts";
import { findHouse } from "#lib/data/house.ts";
import { listLists } from "#lib/data/lists.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { receiptResponseSchema, type ReceiptResponse } from "#lib/schema/thread-response.ts";
import { publicationWishOf } from "#lib/workflow/checklist.ts";
import { caseOf } from "#lib/workflow/load-case.ts";
import { showCase } from "#lib/workflow/show-case.ts";
import { showNotices } from "#lib/workflow/show-notices.ts";
import { jsonResponse, notFound } from "../../_answers/problem-response.ts";
import { forReporter } from "../../_answers/receipt-door.ts";

/** A report as its reporter sees it: state, thread, what is expected of whom and by when. */
export async function GET(request: Request): Promise<Response> {
  return forReporter(request, async (actor) => {
    const now = new Date();
    const view = await inTransaction(actor, async () => {
      const file = await findReporterFile(actor);
      return file.ok ? ok(await receiptView(actor, file.value, now)) : file;
    });
    return view.ok ? jsonResponse(receiptResponseSchema.encode(view.value)) : notFound();
  });
}

async function receiptView(actor: ReporterActor, file: ReporterFile, now: Date): Promise<ReceiptResponse> {
  const { report } = file.kept;
  const loaded = caseOf(file.kept);
  const known = { ...file, loaded, people: (await findHouse(actor)).members, lists: await listLists(actor) };
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
    replyAddress: file.replyAddress,
    receiptHoldsKey: report.receiptHoldsKey,
    reporterCertificates: file.reporterCertificates.map(({ origin, fingerprint, bytes }) => ({
      origin,
      fingerprint,
      bytes,
    })),
    ...showCase(known, { party: "reporter", memberId: null }, now),
    publicationWish: publicationWishOf(loaded, file.triageAnswers, now),
    envelopes: file.envelopes.map((envelope) => ({
      ...envelope,
      parts: [...envelope.parts],
      keyPackets: [...envelope.keyPackets],
    })),
    notices: (await showNotices(actor, null, 10)).notices,
    now,
  };
}
