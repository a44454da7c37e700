import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { IssueId, MemberId, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { EmbargoRecord, EndCause, ProposalReason, Speaker, StandingPolicy } from "#lib/embargo/embargo-record.ts";
import { inTransaction } from "./transaction.ts";

type Row = Prisma.EmbargoRecordGetPayload<object>;

/** The steps of an issue's negotiation, in their order, as part of a question about the issue. */
export const embargoRecordsPart = { orderBy: { number: "asc" } } as const;

/**
 * Adds steps to an issue's negotiation. The caller has changed the issue in the same transaction, so that nobody else
 * adds one at the same time.
 *
 * @param after - How many steps there are already.
 */
export async function recordEmbargoSteps(
  actor: Actor,
  issue: { readonly id: IssueId; readonly reportId: ReportId },
  records: readonly EmbargoRecord[],
  after: number,
): Promise<void> {
  const rows = records.map((record, index) => ({
    issueId: issue.id,
    reportId: issue.reportId,
    number: after + index + 1,
    ...toRow(record),
  }));
  await inTransaction(actor, (transaction) => transaction.embargoRecord.createMany({ data: rows }));
}

function toRow(record: EmbargoRecord) {
  const { at, step, by } = record;
  const who = by === "policy" ? { party: "policy", memberId: null } : { party: by.party, memberId: by.memberId };
  switch (record.step) {
    case "propose": {
      const { proposal, disclosureAt, reason, answerUntil } = record;
      return { at, step, ...who, proposal, disclosureAt, reason, answerUntil };
    }
    case "accept":
    case "reject":
      return { at, step, ...who, proposal: record.proposal };
    case "terminate":
      return { at, step, ...who, cause: record.cause, evidence: record.evidence };
  }
}

/** A row as `lib/embargo` speaks of it. */
export function toRecord(row: Row): EmbargoRecord {
  const { at, proposal, disclosureAt, evidence } = row;
  switch (row.step) {
    case "propose": {
      const by = speakerOf(row);
      if (by === "policy" || proposal === null || disclosureAt === null) throw new Error("a proposal without its date");
      const reason = row.reason as ProposalReason;
      return { step: "propose", at, by, proposal, disclosureAt, reason, answerUntil: row.answerUntil };
    }
    case "accept":
    case "reject":
      if (proposal === null) throw new Error("an answer to no proposal");
      return { step: row.step, at, by: speakerOf(row), proposal };
    case "terminate":
      return { step: "terminate", at, by: speakerOf(row), cause: row.cause as EndCause, evidence };
    default:
      throw new Error(`unknown embargo step ${row.step}`);
  }
}

/** Who a row's `party` and `memberId` name. */
function speakerOf({ party, memberId }: Pick<Row, "party" | "memberId">): Speaker | StandingPolicy {
  if (party === "policy") return "policy";
  return memberId === null ? { party: "reporter", memberId: null } : { party: "list", memberId: memberId as MemberId };
}
