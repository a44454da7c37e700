import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import { withWhom } from "#components/deadlines/with-whom.ts";
import { unmerged } from "#components/embargo/issue-standing.ts";
import { waysToClose } from "#components/obligation/ways-to-close.ts";
import { isOverdue, owedWords } from "#components/reports/owed-words.ts";
import { isAnswer, type OrganisationStatusName } from "#lib/embargo/organisation-status.ts";
import { countOpen, ownPartOf } from "#components/triage/claim.ts";
import { addHours } from "#lib/base/instant.ts";

/** Something that waits for somebody, and the place of the page where it is done. */
export interface Asked {
  readonly key: string;
  readonly text: string;
  readonly placeId: string;
  /** Null where no time is set for it. */
  readonly dueAt: Date | null;
  readonly clause: string | null;
}

/** What is asked, by whom it is asked of: the viewer, their list, or the reporter. The most pressing first. */
export interface AskedOfAll {
  readonly you: readonly Asked[];
  readonly list: readonly Asked[];
  readonly reporter: readonly Asked[];
}

export type AskingPage = Pick<
  ReportPage,
  "obligations" | "issues" | "triage" | "statuses" | "dutyHolders" | "viewerId" | "viewerOrganisationId"
>;

/** What the reporter owes is spoken of when it is late, or due within this. */
const soonHours = 24;

/**
 * What is asked at an instant. Of the viewer: what the list owes by a duty that their organisation holds, a word that
 * confirms a claim (A3), and where their organisation stands. Of the list: all else that it owes, dates to answer and
 * the checklist. Of the reporter: what is late, or will be within a day.
 */
export function askedOf(page: AskingPage, now: Date): AskedOfAll {
  const open = page.obligations.filter(({ closing }) => closing === null);
  const ofList = open.filter(({ owner }) => owner === "list");
  const pressing = open.filter(({ owner, dueAt }) => owner === "reporter" && dueAt <= addHours(now, soonHours));
  return {
    you: [...ofList.filter((owed) => isWithOwn(owed, page)).map(owedEntry), ...confirmations(page), ...ownStatus(page)],
    list: [
      ...ofList.filter((owed) => !isWithOwn(owed, page)).map(owedEntry),
      ...proposals(page, ofList),
      ...checklist(page),
    ],
    reporter: pressing.map(owedEntry),
  };
}

/** Whether it is late; what has no time is never. */
export function isAskedLate({ dueAt }: Asked, now: Date): boolean {
  return dueAt !== null && isOverdue({ dueAt }, now);
}

function isWithOwn(owed: ShownObligation, { dutyHolders, viewerOrganisationId }: AskingPage): boolean {
  const own = dutyHolders.find(({ organisationId }) => organisationId === viewerOrganisationId)?.organisation;
  return own !== undefined && withWhom(owed, dutyHolders).now === own;
}

function owedEntry(owed: ShownObligation): Asked {
  const elsewhere = waysToClose(owed, "member").flatMap((way) => (way.kind === "elsewhere" ? [way.placeId] : []));
  return {
    key: owed.id,
    text: owedWords(owed).what,
    placeId: elsewhere[0] ?? `obligation-${owed.id}`,
    dueAt: owed.dueAt,
    clause: owed.clause,
  };
}

/** Dates that the reporter has named; those for whose answer a time runs are owed already. */
function proposals({ issues }: AskingPage, owed: readonly ShownObligation[]): readonly Asked[] {
  return unmerged(issues).flatMap(({ number, embargo }) =>
    embargo.openProposals
      .filter(({ by, proposal }) => by.party === "reporter" && !owed.some((each) => isAnswerTo(each, number, proposal)))
      .map(({ proposal, answerUntil }) => ({
        key: `proposal ${String(number)} ${String(proposal)}`,
        text: `Answer proposal ${String(proposal)} of the reporter`,
        placeId: `embargo-${String(number)}`,
        dueAt: answerUntil,
        clause: null,
      })),
  );
}

function isAnswerTo({ kind, issueNumber, part }: ShownObligation, issue: number, proposal: number): boolean {
  return kind === "ANSWER_PROPOSAL" && issueNumber === issue && part === String(proposal);
}

function checklist({ triage }: AskingPage): readonly Asked[] {
  const count = countOpen(triage);
  if (count === 0) return [];
  const text =
    count === 1 ? "Answer the last question of the checklist" : `Answer ${String(count)} questions of the checklist`;
  return [{ key: "checklist", text, placeId: "triage", dueAt: null, clause: null }];
}

function confirmations({ triage, viewerId }: AskingPage): readonly Asked[] {
  return triage
    .filter(({ state }) => ownPartOf(state, viewerId)?.mayConfirm === true)
    .map(({ question, clause }) => ({
      key: question,
      text: "Confirm that it is public or minor, or not",
      placeId: "triage",
      dueAt: null,
      clause,
    }));
}

function ownStatus({ issues, statuses, viewerOrganisationId }: AskingPage): readonly Asked[] {
  const unsaid = unmerged(issues).filter(({ number }) => {
    const said = statuses.find((each) => each.organisationId === viewerOrganisationId && each.issueNumber === number);
    const status: OrganisationStatusName = said?.status ?? "not-opened";
    return !isAnswer(status);
  });
  if (unsaid.length === 0) return [];
  const text =
    unsaid.length === 1
      ? "Say where your organisation stands"
      : `Say where your organisation stands with ${String(unsaid.length)} issues`;
  return [{ key: "status", text, placeId: "status", dueAt: null, clause: null }];
}
