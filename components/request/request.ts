import { ok, refused, type Result } from "#lib/base/result.ts";
import { problemOfResponse, unreachable, type ShownProblem } from "./shown-problem.ts";
import { withWork, workOf } from "./work.ts";

/** A zod schema, as much of it as is needed to read an answer. */
export interface AnswerSchema<Answer> {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: Answer } | { readonly success: false };
}

/** `signal` cancels: the promise then rejects with an `AbortError`. */
export interface RequestOptions extends Pick<RequestInit, "method" | "body" | "signal"> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** The portal's JSON answer, parsed. Nothing secret may stand in an address. */
export async function requestJson<Answer>(
  address: string,
  schema: AnswerSchema<Answer>,
  options: RequestOptions = {},
): Promise<Result<Answer, ShownProblem>> {
  const response = await request(address, options);
  if (!response.ok) return response;
  const parsed = schema.safeParse(await jsonOf(response.value));
  return parsed.success ? ok(parsed.data) : refused(unreachable());
}

/** The bytes that the portal answers with. */
export async function requestBytes(
  address: string,
  options: RequestOptions = {},
): Promise<Result<Uint8Array<ArrayBuffer>, ShownProblem>> {
  const response = await request(address, options);
  if (!response.ok) return response;
  try {
    return ok(new Uint8Array(await response.value.arrayBuffer()));
  } catch (error) {
    return lost(error);
  }
}

/** The text that the portal answers with. */
export async function requestText(
  address: string,
  options: RequestOptions = {},
): Promise<Result<string, ShownProblem>> {
  const bytes = await requestBytes(address, options);
  return bytes.ok ? ok(new TextDecoder().decode(bytes.value)) : bytes;
}

/** Asks for something to be done, whatever the answer says beside yes. */
export async function requestDone(address: string, options: RequestOptions): Promise<Result<null, ShownProblem>> {
  const response = await request(address, options);
  return response.ok ? ok(null) : response;
}

/** Options that carry a value as JSON. */
export function jsonBody(method: "POST" | "PUT", value: unknown): RequestOptions {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

/** Does the computing that the portal may ask for, once. */
async function request(address: string, options: RequestOptions): Promise<Result<Response, ShownProblem>> {
  try {
    const first = await send(address, options);
    if (first.ok) return ok(first);
    const refusal = await jsonOf(first);
    const work = workOf(refusal);
    if (work === null) return refused(problemOfResponse(refusal));
    const second = await send(address, await withWork(options, work));
    return second.ok ? ok(second) : refused(problemOfResponse(await jsonOf(second)));
  } catch (error) {
    return lost(error);
  }
}

function send(address: string, options: RequestOptions): Promise<Response> {
  return fetch(address, { ...options, cache: "no-store", redirect: "error" });
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (isCancelled(error)) throw error;
    return undefined;
  }
}

function lost(error: unknown) {
  if (isCancelled(error)) throw error;
  return refused(unreachable());
}

/** Whether something stopped because the person asked for it. */
export function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
