import type { IssueStanding } from "../issue-standing.ts";
import { recordedAt } from "../issue-standing.ts";
import { firstClosing, owed, recordOf } from "../obligation.ts";
import type { Obligation } from "../obligation.ts";
import { closingBy, firstPosting, isMandatory } from "../posting.ts";

/** That the issue becomes public at the agreed instant (A9). An early end leaves nothing to wait for. */
export function disclosureOwed({ issue, embargo, over }: IssueStanding): readonly Obligation[] {
  const { agreement, disclosureAt } = embargo;
  if (agreement === null || disclosureAt === null) return [];

  const publicAt = recordedAt(issue, "public");
  const endedEarly = over === null || over.cause === "date-reached" ? null : recordOf(over.at, over.cause);
  return [
    owed("DISCLOSE", {
      issueNumber: issue.number,
      openedAt: agreement.at,
      dueAt: disclosureAt,
      closing: firstClosing([
        closingBy(firstPosting(issue.postings, isMandatory)),
        publicAt === null ? null : recordOf(publicAt, "public"),
        endedEarly,
      ]),
    }),
  ];
}

/** The mandatory posting (R13): also of what was withdrawn, and closed by nothing that lacks the details (A11, C3). */
export function postingOwed({ issue, publishAt, publishOwedSince }: IssueStanding): readonly Obligation[] {
  if (publishAt === null || publishOwedSince === null) return [];
  return [
    owed("POST_ISSUE", {
      issueNumber: issue.number,
      openedAt: publishOwedSince,
      dueAt: publishAt,
      closing: closingBy(firstPosting(issue.postings, (posting) => isMandatory(posting) && posting.carriesDetails)),
    }),
  ];
}
