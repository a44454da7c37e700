import type { MemberId } from "#lib/base/id.ts";
import type { Author } from "#lib/data/author.ts";
import type { Closing } from "#lib/data/closings.ts";
import type { HouseMember } from "#lib/data/house.ts";
import type { ListSummary } from "#lib/data/lists.ts";
import type { KeptObligation } from "#lib/data/obligations.ts";
import { possibleNext } from "#lib/embargo/case-state.ts";
import type { EmbargoRecord, Speaker, StandingPolicy } from "#lib/embargo/embargo-record.ts";
import { escalationAt } from "#lib/embargo/escalation.ts";
import { latestAllowedAt, possibleActions } from "#lib/embargo/negotiation.ts";
import { preferredUntil } from "#lib/policy/latest-instant.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { spanText } from "#lib/policy/span.ts";
import type { ShownAuthor, ShownIssue } from "#lib/schema/issue-response.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import { embargoOfIssue, negotiationOf, type IssueCase, type ReportCase } from "./load-case.ts";

/** What both sides see of a report beside its envelopes: issues with their embargoes, leaks, and what is owed. */
export interface ShownCase {
  readonly issues: ShownIssue[];
  readonly leaks: { number: number; noticedAt: Date; recordedAt: Date; by: ShownAuthor }[];
  readonly obligations: ShownObligation[];
  readonly moved: { from: string; at: Date } | null;
}

/** What a page knows of a report, and of those who have to do with it. */
export interface KnownCase {
  readonly loaded: ReportCase;
  readonly obligations: readonly KeptObligation[];
  readonly people: readonly NamedMember[];
  readonly lists: readonly Pick<ListSummary, "id" | "name">[];
}

/** A report as `speaker` sees it at `now`, with what they can do about it. */
export function showCase({ loaded, obligations, people, lists }: KnownCase, speaker: Speaker, now: Date): ShownCase {
  const names = namesOf(people);
  const { movedFromListId, movedAt } = loaded.report;
  const movedFrom = lists.find(({ id }) => id === movedFromListId);
  return {
    issues: loaded.issues.map((each) => shownIssue(loaded, each, { speaker, names, now })),
    leaks: loaded.leaks.map((leak) => ({ ...leak, by: shownAuthor(leak.by, names) })),
    obligations: obligations.map((each) => shownObligation(each, loaded.closings, now, names)),
    moved: movedFrom === undefined || movedAt === null ? null : { from: movedFrom.name, at: movedAt },
  };
}

type NamedMember = Pick<HouseMember, "id" | "name" | "organisation">;
type Names = ReadonlyMap<MemberId, string>;

/** `Ada Lovelace (Debian)`, by member. */
export function namesOf(members: readonly NamedMember[]): Names {
  return new Map(members.map(({ id, name, organisation }) => [id, `${name} (${organisation})`]));
}

function shownAuthor(by: Author | Speaker | StandingPolicy, names: Names): ShownAuthor {
  if (by === "policy") return { party: "policy", name: null };
  return { party: by.party, name: by.memberId === null ? null : (names.get(by.memberId) ?? null) };
}

interface Seeing {
  readonly speaker: Speaker;
  readonly names: Names;
  readonly now: Date;
}

function shownIssue(loaded: ReportCase, each: IssueCase, { speaker, names, now }: Seeing): ShownIssue {
  const { issue, policy, records, caseRecords, caseState, postings } = each;
  const negotiation = negotiationOf(loaded, each, now);
  const { clockStartsAt } = negotiation;
  return {
    number: issue.number,
    revision: issue.revision,
    createdAt: issue.createdAt,
    policy: {
      version: policy.version,
      name: policy.name,
      maximum: policy.maximumEmbargo === null ? null : spanText(policy.maximumEmbargo),
      knowsExtension: policy.extension?.condition === "agreed",
      venue: policy.publicVenue,
      maximumExploitDelayDays: policy.maximumExploitDelayDays,
    },
    embargo: shownEmbargo(each, names, now),
    clockStartsAt,
    latestAt: latestAllowedAt(negotiation),
    preferredUntil: clockStartsAt === null ? null : preferredUntil(clockStartsAt, policy),
    history: records.map((record) => shownRecord(record, names)),
    actions: [...possibleActions(negotiation, speaker)],
    facts: caseRecords.map((record) => ({ ...record, by: shownAuthor(record.by, names) })),
    possibleFacts: [...possibleNext(caseState)],
    isExtensionAgreed: issue.isExtensionAgreed,
    withdrawnAt: issue.withdrawnAt,
    splitFromNumber: issue.splitFromNumber,
    mergedIntoNumber: issue.mergedIntoNumber,
    mergedAt: issue.mergedAt,
    exploit:
      issue.exploitSharedAt === null || issue.exploitSharedBy === null
        ? null
        : { sharedAt: issue.exploitSharedAt, by: issue.exploitSharedBy, publicationAt: issue.exploitPublicationAt },
    cve: { state: issue.cveState, id: issue.cveId },
    postings: postings.map((posting) => ({ ...posting, by: shownAuthor(posting.by, names) })),
  };
}

function shownEmbargo(each: IssueCase, names: Names, now: Date): ShownIssue["embargo"] {
  const { state, disclosureAt, agreement, openProposals, end } = embargoOfIssue(each, now);
  return {
    state,
    disclosureAt,
    agreement:
      agreement === null
        ? null
        : {
            proposal: agreement.proposal,
            at: agreement.at,
            proposedBy: shownAuthor(agreement.proposedBy, names),
            acceptedBy: shownAuthor(agreement.acceptedBy, names),
          },
    openProposals: openProposals.map((open) => ({ ...open, by: shownAuthor(open.by, names) })),
    end: end === null ? null : { ...end, by: shownAuthor(end.by, names) },
  };
}

function shownRecord(record: EmbargoRecord, names: Names): ShownIssue["history"][number] {
  const nothing = { proposal: null, disclosureAt: null, reason: null, answerUntil: null, cause: null, evidence: null };
  return { ...nothing, ...record, by: shownAuthor(record.by, names) };
}

/** An obligation as pages show it; `closings` are those of its report, `names` those of whoever closed. */
export function shownObligation(
  kept: KeptObligation,
  closings: readonly Closing[],
  now: Date,
  names: Names = new Map(),
): ShownObligation {
  const { id, key, kind, issueNumber, owner, duty, clause, openedAt, dueAt, closing, policyVersion } = kept;
  const standing = closings.filter(({ obligationId, reopenedAt }) => obligationId === id && reopenedAt === null);
  const own = standing.find(({ at }) => at.getTime() === closing?.at.getTime());
  return {
    id,
    kind,
    issueNumber,
    part: key.split("/")[issueNumber === null ? 1 : 2] ?? null,
    owner,
    duty,
    clause,
    openedAt,
    dueAt,
    isWith: escalationAt(kept, policyOf(policyVersion), now),
    closing:
      closing === null
        ? null
        : {
            ...closing,
            by: own === undefined ? null : shownAuthor(own.by, names),
            isReopenable: standing.length > 0,
          },
  };
}
