import "server-only";
import type { ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import type { MemberId, ReportId } from "#lib/base/id.ts";
import type { TriageAnswer } from "#lib/embargo/triage.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** What a reporter learns of the checklist: whether the list would rather see the issue published now (A3). */
const reportersQuestion = "public-or-low";

/**
 * All answers to the questions of triage, oldest first, those that were changed since among them; to the reporter those
 * about A3 alone.
 */
export async function listTriageAnswers(
  actor: SignedInActor | ReporterActor,
  reportId: ReportId,
): Promise<readonly TriageAnswer[]> {
  const shown = actor.kind === "reporter" ? { question: reportersQuestion } : {};
  const rows = await inTransaction(actor, (transaction) =>
    transaction.triageAnswer.findMany({
      where: { reportId, report: visibleTo(actor), ...shown },
      orderBy: { id: "asc" },
      take: 1_000,
      select: { question: true, answer: true, at: true, memberId: true },
    }),
  );
  return rows.map((row) => ({ ...row, memberId: row.memberId as MemberId }) as TriageAnswer);
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
