import "server-only";
import type { Actor, SignedInActor } from "#lib/access/actor.ts";
import type { IssueId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { authorOf, toAuthor, type Author } from "./author.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** A public message about an issue, as it was recorded here. */
export interface Posting {
  readonly id: string;
  readonly kind: "mandatory" | "exploit";
  /** A link or a Message-ID. */
  readonly reference: string;
  readonly postedAt: Date;
  readonly carriesDetails: boolean;
  readonly includesExploit: boolean;
  readonly announcesExploitAt: Date | null;
  readonly recordedAt: Date;
  readonly by: Author;
}

/** The postings of an issue, oldest first, without those that were taken back, as part of a question about the issue. */
export const postingsPart = {
  where: { takenBackAt: null },
  orderBy: [{ postedAt: "asc" }, { id: "asc" }],
} as const satisfies Prisma.Issue$postingsArgs;

/** A row as a case tells it. */
export function toPosting(row: Prisma.PostingGetPayload<object>): Posting {
  const { id, reference, postedAt, carriesDetails, includesExploit, announcesExploitAt, recordedAt } = row;
  const kind = row.kind as Posting["kind"];
  const what = { reference, postedAt, carriesDetails, includesExploit, announcesExploitAt, recordedAt };
  return { id, kind, ...what, by: toAuthor(row) };
}

export type NewPosting = Omit<Posting, "id" | "by">;

/** Records a posting (R13, R14) of an issue that `actor` may see. */
export async function createPosting(
  actor: Actor,
  issue: { readonly id: IssueId; readonly reportId: ReportId },
  posting: NewPosting,
): Promise<void> {
  const row = { ...posting, issueId: issue.id, reportId: issue.reportId, ...authorOf(actor) };
  await inTransaction(actor, (transaction) => transaction.posting.createMany({ data: row }));
}

/** Takes back what was recorded by mistake; it stays on record, and closes nothing. False where it was gone already. */
export async function changePostingToTakenBack(
  actor: SignedInActor,
  reportId: ReportId,
  id: string,
  now: Date,
): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.posting.updateMany({
      where: { id, reportId, takenBackAt: null, report: visibleTo(actor) },
      data: { takenBackAt: now, takenBackById: actor.memberId },
    }),
  );
  return count === 1;
}
