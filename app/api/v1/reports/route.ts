import { reporterOfSubmission, receiptForSubmission } from "#lib/auth/reporter-door.ts";
import { askForWork } from "#lib/auth/work.ts";
import { clientAddress } from "#lib/auth/client-address.ts";
import { reportIdSchema } from "#lib/schema/id.ts";
import { reportsResponseSchema } from "#lib/schema/reports-response.ts";
import { reportSubmissionSchema } from "#lib/schema/submission.ts";
import { showReports } from "#lib/workflow/show-reports.ts";
import { acceptReport, type ReportUpload } from "#lib/workflow/accept-report.ts";
import { forMember } from "../../_answers/member-door.ts";
import { jsonResponse, malformed, problemResponse, wireFinding } from "../../_answers/problem-response.ts";
import { readBytes, readEnvelope, readFacts, readForm } from "../../_answers/upload.ts";

/** So many are in a browser at once, beside those that its page came with. */
const reportsAnAnswer = 900;

/** The reports that follow a cursor, for the page that is to search them. */
export async function GET(request: Request): Promise<Response> {
  return forMember(async (actor) => {
    const after = reportIdSchema.nullable().safeParse(new URL(request.url).searchParams.get("after"));
    if (!after.success) return malformed("after");
    const reports = await showReports(actor, { after: after.data, take: reportsAnAnswer }, new Date());
    return jsonResponse(reportsResponseSchema.encode(reports));
  });
}

/** Takes a sealed report, from the form and from curl alike. */
export async function POST(request: Request): Promise<Response> {
  const now = new Date();
  const work = await askForWork("report", clientAddress(request), request.headers.get("fortnight-work"), now);
  if (!work.ok) return problemResponse(work.problem, [], { work: work.puzzle });

  const form = await readForm(request);
  if (form === null) return malformed("multipart/form-data");
  const submission = await readFacts(form, reportSubmissionSchema);
  if (submission === null) return malformed("facts");
  const { envelopes } = submission;
  const report = await readEnvelope(form, "report", envelopes.report);
  if (report === null) return malformed("report");
  const exploit = await readEnvelope(form, "exploit", envelopes.exploit);
  const card = await readEnvelope(form, "card", envelopes.card);

  const submissionId = submission.submissionId ?? crypto.randomUUID();
  const made = submission.receipt === undefined ? await receiptForSubmission(submissionId) : null;
  const upload: ReportUpload = {
    submissionId,
    door: made === null ? "form" : "api",
    submission,
    receipt: { ...(submission.receipt ?? made ?? neverWithout()), holdsKey: made === null },
    envelopes: { report, ...(exploit === null ? {} : { exploit }), ...(card === null ? {} : { card }) },
    receiptCertificate: await readBytes(form.get("receiptCertificate")),
    ownCertificate: await readBytes(form.get("certificate")),
  };
  const outcome = await acceptReport(await reporterOfSubmission(submissionId), upload, now);
  if (!outcome.ok) return problemResponse(outcome.problem.problem, outcome.problem.findings);
  const { handle, receivedAt, findings } = outcome.value;
  return jsonResponse(
    { handle, receivedAt, ...(made === null ? {} : { receipt: made.text }), findings: findings.map(wireFinding) },
    201,
  );
}

function neverWithout(): never {
  throw new Error("a report without a receipt");
}
