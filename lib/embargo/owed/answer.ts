import { addHours } from "#lib/base/instant.ts";
import type { EmbargoRecord } from "../embargo-record.ts";
import type { IssueStanding } from "../issue-standing.ts";
import { firstClosing, owed, recordOf } from "../obligation.ts";
import type { Closing, Obligation } from "../obligation.ts";

type Proposal = Extract<EmbargoRecord, { step: "propose" }>;

/** An answer to each proposal, from the other side (A2). Silence past its time is late, and never a yes. */
export function answersOwed(standing: IssueStanding): readonly Obligation[] {
  return standing.issue.records.flatMap((record, index, records) =>
    record.step === "propose" ? answerOwed(standing, record, records.slice(index + 1)) : [],
  );
}

function answerOwed({ issue, over }: IssueStanding, proposal: Proposal, since: readonly EmbargoRecord[]): Obligation[] {
  const dueAt = answerDueAt(proposal, issue.policy.answerHours);
  const answer = since.find((record) => closes(proposal, record));
  if (dueAt === null || isStandingPolicy(answer)) return [];

  return [
    owed("ANSWER_PROPOSAL", {
      issueNumber: issue.number,
      part: proposal.proposal,
      owner: proposal.by.party === "reporter" ? "list" : "reporter",
      openedAt: proposal.at,
      dueAt,
      closing: firstClosing([closingBy(answer), over === null ? null : recordOf(over.at, over.cause)]),
    }),
  ];
}

function answerDueAt({ at, answerUntil }: Proposal, answerHours: number | null): Date | null {
  return answerUntil ?? (answerHours === null ? null : addHours(at, answerHours));
}

/** Any acceptance closes everything that is open; a party's own next proposal replaces its last. */
function closes(proposal: Proposal, record: EmbargoRecord): boolean {
  switch (record.step) {
    case "accept":
    case "terminate":
      return true;
    case "reject":
      return record.proposal === proposal.proposal;
    case "propose":
      return record.by.party === proposal.by.party;
  }
}

/** What the standing policy accepts it accepts at once (R11): nobody ever owed an answer. */
function isStandingPolicy(answer: EmbargoRecord | undefined): boolean {
  return answer?.step === "accept" && answer.by === "policy";
}

function closingBy(answer: EmbargoRecord | undefined): Closing | null {
  if (answer === undefined) return null;
  return recordOf(answer.at, answer.step === "terminate" ? answer.cause : answer.step);
}
