import "server-only";
import { isSignedIn, type Actor, type SignedInActor } from "#lib/access/actor.ts";
import type { MemberId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { TriageAnswer } from "#lib/embargo/triage.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** What a reporter learns of the checklist: whether the list would rather see the issue published now (A3). */
const reportersQuestion = "public-or-low";

/**
 * All answers to the questions of triage, oldest first, those that were changed since among them, as part of a question
 * about the report; to the reporter those about A3 alone, and to jobs none.
 */
export function triageAnswersPart(actor: Actor) {
  return {
    where: isSignedIn(actor) ? {} : { question: actor.kind === "reporter" ? reportersQuestion : "" },
    orderBy: { id: "asc" },
    take: 1_000,
    select: { question: true, answer: true, at: true, memberId: true },
  } as const satisfies Prisma.Report$triageAnswersArgs;
}

type Row = Prisma.TriageAnswerGetPayload<{ select: { question: true; answer: true; at: true; memberId: true } }>;

/** A row as a case tells it. */
export function toTriageAnswer(row: Row): TriageAnswer {
  return { ...row, memberId: row.memberId as MemberId } as TriageAnswer;
}

/** The same by itself; none where `actor` may not see the report. */
export async function listTriageAnswers(actor: Actor, reportId: ReportId): Promise<readonly TriageAnswer[]> {
  const { where, ...part } = triageAnswersPart(actor);
  const rows = await inTransaction(actor, (transaction) =>
    transaction.triageAnswer.findMany({ where: { ...where, reportId, report: visibleTo(actor) }, ...part }),
  );
  return rows.map(toTriageAnswer);
}

/** Adds a member's answer (A1 to A8). Nothing is written over: the newest of each member counts. */
export async function recordTriageAnswer(
  actor: SignedInActor,
  reportId: ReportId,
  { question, answer, at }: Omit<TriageAnswer, "memberId">,
): Promise<void> {
  const row = { reportId, question, answer, at, memberId: actor.memberId };
  await inTransaction(actor, (transaction) => transaction.triageAnswer.createMany({ data: row }));
}
