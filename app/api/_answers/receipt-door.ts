import type { ReporterActor } from "#lib/access/actor.ts";
import { clientAddress } from "#lib/auth/client-address.ts";
import { limitAddress } from "#lib/auth/rate-limit.ts";
import { reporterOfReceipt } from "#lib/auth/reporter-door.ts";
import { askForWork } from "#lib/auth/work.ts";
import { notFound, problemResponse } from "./problem-response.ts";

/**
 * Answers the reporter whose receipt the request shows. A right receipt always gets in; wrong ones are counted by
 * address, so that guessing is slow and nobody can lock out a reporter behind the same address.
 */
export async function forReporter(
  request: Request,
  answer: (actor: ReporterActor) => Promise<Response>,
): Promise<Response> {
  const actor = await reporterOfReceipt(request.headers.get("authorization"));
  if (actor.ok) return answer(actor.value);
  const limited = await limitAddress("wrong-receipt", clientAddress(request));
  if (!limited.ok) return problemResponse(limited.problem);
  return actor.problem.code === "NOT_FOUND" ? notFound() : problemResponse(actor.problem);
}

/**
 * As {@link forReporter}, for what changes a report. Its reporter's times are counted by the report, whose receipt was
 * shown, and above the limit some computing is asked for: so nobody can use them up from outside.
 */
export async function forReporterWhoChanges(
  request: Request,
  thing: "reply-address" | "reporter-certificate" | "reporter-step",
  answer: (actor: ReporterActor, now: Date) => Promise<Response>,
): Promise<Response> {
  return forReporter(request, async (actor) => {
    const now = new Date();
    const work = await askForWork(thing, actor.reportId, request.headers.get("fortnight-work"), now);
    return work.ok ? answer(actor, now) : problemResponse(work.problem, [], { work: work.puzzle });
  });
}
