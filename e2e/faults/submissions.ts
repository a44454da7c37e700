import { reportForm, sealHostile } from "#e2e/support/hostile-report.ts";
import { inTurns } from "#e2e/support/in-turns.ts";
import { sendBody } from "#e2e/support/send-body.ts";

/** A report ready to be sent, as often as it takes. */
export interface Submission {
  readonly id: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}

export interface SubmissionAnswer {
  /** Null where the connection broke first. */
  readonly status: number | null;
  readonly text: string;
  readonly retryAfter: string | null;
  /** When it came, by `performance.now()`. */
  readonly atMs: number;
}

/**
 * Reports to `distros` that differ in their ids alone: sealing is what takes time, and is done once.
 *
 * @param entityBytes - How long the sealed text is to be at least.
 */
export async function newSubmissions(origin: string, count: number, entityBytes = 0): Promise<readonly Submission[]> {
  const entity = "Content-Type: text/plain\r\n\r\nAn overflow in libmarrow.\r\n".padEnd(entityBytes, "Take care.\r\n");
  const sealed = await sealHostile(origin, { entity });
  return Promise.all(
    Array.from({ length: count }, async () => {
      const id = crypto.randomUUID();
      const encoded = new Response(reportForm(sealed, { submissionId: id }));
      const contentType = encoded.headers.get("content-type") ?? "";
      return { id, contentType, body: new Uint8Array(await encoded.arrayBuffer()) };
    }),
  );
}

let addresses = 0;

/** Each from an address of this machine that nobody has sent from, so that none is held up by a limit. */
function nextAddress(): string {
  addresses += 1;
  return `127.${String(100 + (addresses >> 16))}.${String((addresses >> 8) & 0xff)}.${String(addresses & 0xff)}`;
}

export async function submit(origin: string, { contentType, body }: Submission): Promise<SubmissionAnswer> {
  const answer = await sendBody(`${origin}/api/v1/reports`, {
    method: "POST",
    headers: { "content-type": contentType },
    lengthBytes: body.length,
    body: [body],
    from: nextAddress(),
  });
  return { ...answer, atMs: performance.now() };
}

/** How a site that cannot take something may say so: come again in so many seconds. */
export function isPutOff({ status, retryAfter }: Pick<SubmissionAnswer, "status" | "retryAfter">): boolean {
  return status === 503 && retryAfter !== null;
}

/** Whether a submission was acknowledged: with its whole answer, not the beginning of one. */
export function isAcknowledged({ status, text }: SubmissionAnswer): boolean {
  return status === 201 && text.endsWith("}");
}

/**
 * Sends again what was sent before, and answers what was wrong: an acknowledged one is given the same answer, the others
 * are taken now, and given the same answer from then on.
 */
export async function retryAll(
  origin: string,
  submissions: readonly Submission[],
  answers: readonly SubmissionAnswer[],
): Promise<readonly string[]> {
  const again = await inTurns(submissions, 8, (each) => submit(origin, each));
  const onceMore = await inTurns(submissions, 8, (each) => submit(origin, each));
  return submissions.flatMap((_, index) => {
    const [first, second, third] = [answers[index], again[index], onceMore[index]];
    if (second === undefined || !isAcknowledged(second)) return [`a retry was answered ${String(second?.status)}`];
    if (first !== undefined && isAcknowledged(first) && first.text !== second.text)
      return ["an acknowledged report is given another answer"];
    return second.text === third?.text ? [] : ["a retry is given another answer than the one before"];
  });
}
