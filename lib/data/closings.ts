import "server-only";
import type { Actor, SignedInActor } from "#lib/access/actor.ts";
import type { ObligationId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Evidence } from "#lib/embargo/obligation.ts";
import { authorOf, toAuthor, type Author } from "./author.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** What somebody brought forward to close an obligation. */
export interface Closing {
  readonly id: string;
  readonly obligationId: ObligationId;
  readonly key: string;
  readonly at: Date;
  readonly by: Author;
  readonly evidence: Evidence;
  /** Null while it stands. */
  readonly reopenedAt: Date | null;
}

/** All closings of a report's obligations, oldest first, reopened ones too, as part of a question about the report. */
export const closingsPart = {
  orderBy: [{ at: "asc" }, { id: "asc" }],
  include: { obligation: { select: { key: true } } },
} as const satisfies Prisma.Report$closingsArgs;

/** A row as a case tells it. */
export function toClosing(row: Prisma.ClosingGetPayload<typeof closingsPart>): Closing {
  return {
    id: row.id,
    obligationId: row.obligationId as ObligationId,
    key: row.obligation.key,
    at: row.at,
    by: toAuthor(row),
    evidence: { kind: row.evidenceKind as Evidence["kind"], text: row.evidence },
    reopenedAt: row.reopenedAt,
  };
}

/** Closes an obligation with evidence. */
export async function createClosing(
  actor: Actor,
  obligation: { readonly id: ObligationId; readonly reportId: ReportId },
  { kind, text }: Evidence,
  now: Date,
): Promise<void> {
  const { id: obligationId, reportId } = obligation;
  const evidence = { evidenceKind: kind, evidence: text };
  await inTransaction(actor, (transaction) =>
    transaction.closing.createMany({ data: { obligationId, reportId, at: now, ...evidence, ...authorOf(actor) } }),
  );
}

/** Opens what was closed again; the closings stay on record. False where none stands. */
export async function changeClosingsToReopened(
  actor: SignedInActor,
  obligationId: ObligationId,
  now: Date,
): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.closing.updateMany({
      where: { obligationId, reopenedAt: null, report: visibleTo(actor) },
      data: { reopenedAt: now, reopenedById: actor.memberId },
    }),
  );
  return count > 0;
}
