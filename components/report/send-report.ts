import { ok, type Result } from "#lib/base/result.ts";
import { acceptedReportSchema } from "#lib/schema/accepted-report.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { upload, type UploadOptions } from "#components/request/upload.ts";

const address = "/api/v1/reports";

export interface AcceptedReport<Try> {
  readonly handle: string;
  readonly receivedAt: Date;
  /** The try that has arrived: not always the one that was sent last. */
  readonly arrived: Try;
}

/**
 * Posts a sealed report. Sent twice, it exists once: the portal knows the submission by its id. Where it holds an
 * earlier try under that id, the earlier bytes are sent once more, since the same bytes get the same answer.
 *
 * @param earlier - What was posted before under the same submission id and perhaps arrived, oldest first.
 */
export async function sendReport<Try extends { readonly form: FormData }>(
  sealed: Try,
  earlier: readonly Try[],
  options: UploadOptions,
): Promise<Result<AcceptedReport<Try>, ShownProblem>> {
  const posted = await upload(address, sealed.form, acceptedReportSchema, options);
  if (posted.ok) return ok({ ...posted.value, arrived: sealed });
  if (posted.problem.code !== "SUBMISSION_ID_REUSED") return posted;

  for (const each of earlier) {
    const answer = await upload(address, each.form, acceptedReportSchema, options);
    if (answer.ok) return ok({ ...answer.value, arrived: each });
  }
  return posted;
}
