import { ok, refused, type Result } from "#lib/base/result.ts";
import type { AnswerSchema } from "./request.ts";
import { problemOfResponse, unreachable, type ShownProblem } from "./shown-problem.ts";
import { withWork, workOf } from "./work.ts";

export interface UploadOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** How much has left the browser, in bytes. */
  readonly onProgress?: (sentBytes: number, totalBytes: number) => void;
  /** Cancels: the promise then rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Posts a form, tells how far it has come, and does the computing that the portal asks for in a flood, once.
 * `fetch` cannot tell the progress of what it sends.
 */
export async function upload<Answer>(
  address: string,
  form: FormData,
  schema: AnswerSchema<Answer>,
  options: UploadOptions = {},
): Promise<Result<Answer, ShownProblem>> {
  const first = await post(address, form, options);
  const work = workOf(first.body);
  const answer = work === null ? first : await post(address, form, await withWork(options, work));
  if (answer.status < 200 || answer.status > 299) return refused(problemOfResponse(answer.body));
  const parsed = schema.safeParse(answer.body);
  return parsed.success ? ok(parsed.data) : refused(unreachable());
}

interface PostAnswer {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly body: unknown;
}

function post(address: string, form: FormData, { headers, onProgress, signal }: UploadOptions): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cancel = () => {
      request.abort();
      reject(new DOMException("the upload was cancelled", "AbortError"));
    };
    if (signal?.aborted === true) {
      cancel();
      return;
    }
    signal?.addEventListener("abort", cancel);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress?.(loaded, total));
    request.addEventListener("loadend", () => {
      signal?.removeEventListener("abort", cancel);
      resolve({ status: request.status, body: parsedJson(request.responseText) });
    });
    request.open("POST", address);
    for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
    request.send(form);
  });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
