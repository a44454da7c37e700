import type { IncomingMessage, ServerResponse } from "node:http";
import { problemStatus, problemText, type Problem } from "#lib/base/problem.ts";

/** Why the front answers a request itself. Codes are stable; the title says what is wrong, the detail how to mend it. */
export type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export const badTarget: Refusal = {
  status: 400,
  code: "BAD_TARGET",
  title: "The request's address is malformed.",
  detail: "Ask for a path that begins with one slash.",
};
export const badHost: Refusal = {
  status: 400,
  code: "BAD_HOST",
  title: "The request does not say which site it is for.",
  detail: "Name this site exactly once in its Host header.",
};
export const otherHost: Refusal = {
  status: 421,
  code: "OTHER_HOST",
  title: "This server does not answer under that name.",
  detail: "Use the address that the site was given.",
};
export const crossSite: Refusal = {
  status: 403,
  code: "CROSS_SITE",
  title: "This request came from another site, or does not say where it came from.",
  detail: "Send it from a page of this site.",
};
export const bodyTooLarge: Refusal = {
  status: 413,
  code: "BODY_TOO_LARGE",
  title: "The request's body is larger than this address accepts.",
  detail: "Send less at once.",
};
export const notAForm: Refusal = {
  status: 415,
  code: "NOT_A_FORM",
  title: "What a page sends to this address is a form (multipart/form-data), and this is none.",
  detail: "Reload the page, and send its form.",
};
export const brokenForm: Refusal = {
  status: 400,
  code: "BROKEN_FORM",
  title: "The form arrived damaged, or is none of this page.",
  detail: "Reload the page, and send its form again.",
};
export const tooManyHeaders: Refusal = {
  status: 431,
  code: "TOO_MANY_HEADERS",
  title: "The request has too many headers.",
  detail: "Send fewer; browsers send some thirty.",
};
export const nothingHere = refusalFor({ code: "NOT_FOUND", facts: {} });
export const notReady = later("NOT_READY", 5);
export const noRoom = later("NO_ROOM", 30);
export const tooBusy = later("TOO_BUSY", 5);
export const broken = refusalFor({ code: "SERVER_ERROR", facts: {} });

export function methodNotAllowed(allowed: readonly string[]): Refusal {
  return {
    status: 405,
    code: "METHOD_NOT_ALLOWED",
    title: "This address does not take that method.",
    detail: `It takes ${allowed.join(", ")}.`,
    headers: { allow: allowed.join(", ") },
  };
}

function later(code: "NOT_READY" | "NO_ROOM" | "TOO_BUSY", retryAfterSeconds: number): Refusal {
  const headers = { "retry-after": String(retryAfterSeconds) };
  return { ...refusalFor({ code, facts: { retryAfterSeconds } }), headers };
}

/** A problem in the words in which pages and the API say it. */
function refusalFor(problem: Problem): Refusal {
  const { wrong, mend } = problemText(problem);
  return { status: problemStatus(problem.code), code: problem.code, title: wrong, detail: mend };
}

/** Answers a request whose body nobody will read; the connection ends with it. */
export function answer(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const body = writeRefusalHead(request, response, refusal);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Writes the status and headers of a refusal and returns the body that belongs to them. */
export function writeRefusalHead(request: IncomingMessage, response: ServerResponse, refusal: Refusal): string {
  const isForApi = request.url?.startsWith("/api/") === true;
  const { status, code, title, detail } = refusal;
  const problem = { type: "about:blank", title, status, detail, code };
  const body = isForApi ? `${JSON.stringify(problem)}\n` : `${title} ${detail}\n`;
  response.writeHead(status, {
    "content-type": isForApi ? "application/problem+json" : "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
    ...refusal.headers,
  });
  return body;
}
