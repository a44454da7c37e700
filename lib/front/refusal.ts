import type { IncomingMessage, ServerResponse } from "node:http";

/** Why the front answers a request itself. Codes are stable; the detail says what is wrong and how to mend it. */
export type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export const badTarget: Refusal = {
  status: 400,
  code: "BAD_TARGET",
  detail: "The request's address is malformed. Ask for a path that begins with one slash.",
};
export const badHost: Refusal = {
  status: 400,
  code: "BAD_HOST",
  detail: "The request must name this site exactly once in its Host header.",
};
export const otherHost: Refusal = {
  status: 421,
  code: "OTHER_HOST",
  detail: "This server does not answer under that name. Use the address that the site was given.",
};
export const crossSite: Refusal = {
  status: 403,
  code: "CROSS_SITE",
  detail: "This request came from another site, or does not say where it came from. Send it from a page of this site.",
};
export const bodyTooLarge: Refusal = {
  status: 413,
  code: "BODY_TOO_LARGE",
  detail: "The request's body is larger than this address accepts.",
};
export const notAForm: Refusal = {
  status: 415,
  code: "NOT_A_FORM",
  detail: "What a page sends to this address is a form (multipart/form-data), and this is none.",
};
export const tooManyHeaders: Refusal = {
  status: 431,
  code: "TOO_MANY_HEADERS",
  detail: "The request has too many headers.",
};
export const nothingHere: Refusal = { status: 404, code: "NOT_FOUND", detail: "There is nothing here." };
export const starting: Refusal = {
  status: 503,
  code: "NOT_READY",
  detail: "The site cannot answer just now. Try again in a few seconds.",
  headers: { "retry-after": "5" },
};

export function methodNotAllowed(allowed: readonly string[]): Refusal {
  return {
    status: 405,
    code: "METHOD_NOT_ALLOWED",
    detail: "This address does not take that method.",
    headers: { allow: allowed.join(", ") },
  };
}

/** Answers a request whose body nobody will read; the connection ends with it. */
export function answer(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const body = writeRefusalHead(request, response, refusal);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Writes the status and headers of a refusal and returns the body that belongs to them. */
export function writeRefusalHead(request: IncomingMessage, response: ServerResponse, refusal: Refusal): string {
  const isForApi = request.url?.startsWith("/api/") === true;
  const { status, code, detail } = refusal;
  const body = isForApi ? `${JSON.stringify({ type: "about:blank", status, code, detail })}\n` : `${detail}\n`;
  response.writeHead(status, {
    "content-type": isForApi ? "application/problem+json" : "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
    ...refusal.headers,
  });
  return body;
}
