import { internalHeaders } from "#lib/config/internal-headers.ts";
import { clearFactsSchema, type ClearFacts } from "#lib/schema/clear-facts.ts";
import { problemResponseSchema, type ProblemResponse } from "#lib/schema/problem-response.ts";
import type { EnvelopeUpload } from "#lib/schema/submission.ts";
import type { ReportUpload } from "#lib/workflow/accept-report.ts";

export interface ApiRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  /** Where it comes from; an address that has sent nothing yet where not given. */
  readonly address?: string;
}

let addresses = 0;

/** An address of its own, in the range for documentation (RFC 3849). */
export function freshAddress(): string {
  addresses += 1;
  return `2001:db8::${addresses.toString(16)}`;
}

/** A request as a route gets it: our HTTP front has said where it comes from. */
export function apiRequest(path: string, { method = "GET", headers = {}, body, address }: ApiRequest = {}): Request {
  return new Request(`http://localhost:3000${path}`, {
    method,
    headers: { ...headers, [internalHeaders.clientAddress]: address ?? freshAddress() },
    ...(body === undefined ? {} : { body }),
  });
}

export function jsonRequest(path: string, method: string, value: unknown, more: ApiRequest = {}): Request {
  const headers = { ...more.headers, "content-type": "application/json" };
  return apiRequest(path, { ...more, method, headers, body: JSON.stringify(value) });
}

/** The parts of an envelope, as a browser or curl sends them. */
export function appendEnvelope(form: FormData, name: string, envelope: EnvelopeUpload): void {
  form.set(name, new Blob([envelope.message]), `${name}.pgp`);
  for (const part of envelope.parts) form.append(`${name}.part`, new Blob([part]));
  if (envelope.emptyBody !== null) form.set(`${name}.emptyBody`, new Blob([envelope.emptyBody]));
}

/** A JSON part named `facts`. */
export function formOf(facts: object): FormData {
  const form = new FormData();
  form.set("facts", new Blob([JSON.stringify(facts)], { type: "application/json" }));
  return form;
}

/** What curl sends of a report: answers, one message, the reporter's certificate, and nothing that a browser makes. */
export function curlReport(
  { envelopes: { report }, receiptCertificate }: Pick<ReportUpload, "envelopes" | "receiptCertificate">,
  answers: ClearFacts,
  more: object = {},
): FormData {
  const form = formOf({ answers: clearFactsSchema.encode(answers), ...more });
  appendEnvelope(form, "report", { ...report, emptyBody: null });
  if (receiptCertificate !== null) form.set("certificate", new Blob([receiptCertificate]));
  return form;
}

/** The problem in a refusal, whose shape it makes sure of (RFC 9457). */
export async function problemOf(response: Response): Promise<ProblemResponse> {
  const type = response.headers.get("content-type");
  if (type !== "application/problem+json") throw new Error(`status ${String(response.status)} with ${String(type)}`);
  const problem = problemResponseSchema.parse(await response.json());
  if (problem.status !== response.status) throw new Error("a problem of another status than its response");
  return problem;
}
