import { problemStatus, problemText, type Problem } from "#lib/base/problem.ts";
import { clauseHref, isClauseId } from "#lib/policy/clause.ts";
import type { Finding } from "#lib/policy/finding.ts";
import type { ProblemResponse } from "#lib/schema/problem-response.ts";

/** A refusal as `application/problem+json` (RFC 9457), with its clause and all that the policy says; `more` members go beside. */
export function problemResponse(problem: Problem, findings: readonly Finding[] = [], more: object = {}): Response {
  const { wrong, mend } = problemText(problem);
  const status = problemStatus(problem.code);
  const body: ProblemResponse = {
    type: typeOf(problem.clause),
    title: wrong,
    status,
    detail: mend,
    code: problem.code,
    facts: { ...problem.facts },
    ...(problem.clause === undefined ? {} : { clause: problem.clause }),
    ...(problem.field === undefined ? {} : { field: problem.field }),
    ...(findings.length === 0 ? {} : { findings: findings.map(wireFinding) }),
  };
  return new Response(JSON.stringify({ ...body, ...more }), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...retryAfter(problem) },
  });
}

/** When there is room again (RFC 9110, section 10.2.3), for problems that say so. */
function retryAfter({ facts }: Problem): Readonly<Record<string, string>> {
  return "retryAfterSeconds" in facts ? { "retry-after": String(facts.retryAfterSeconds) } : {};
}

/** A finding of the policy, with its words and what would mend it. */
export function wireFinding({ weight, problem, mend }: Finding) {
  const offer =
    mend === null
      ? {}
      : {
          offer: Object.fromEntries(
            Object.entries(mend).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
          ),
        };
  return {
    weight,
    code: problem.code,
    clause: problem.clause,
    field: problem.field,
    ...problemText(problem),
    ...offer,
  };
}

/** RFC 9457 asks for an address that explains the kind of problem: the clause, where it rests on one. */
function typeOf(clause: string | undefined): string {
  return clause !== undefined && isClauseId(clause) ? clauseHref(clause) : "about:blank";
}

export function notFound(): Response {
  return problemResponse({ code: "NOT_FOUND", facts: {} });
}

export function malformed(part: string): Response {
  return problemResponse({ code: "MALFORMED_REQUEST", facts: { part } });
}

export function jsonResponse(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}

export function noContent(): Response {
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}

/** Bytes that a browser may store and must never show or run. */
export function bytesResponse(bytes: Uint8Array<ArrayBuffer>, fileName: string, mediaType: string): Response {
  return new Response(bytes, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-store",
    },
  });
}
