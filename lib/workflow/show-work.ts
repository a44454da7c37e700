import type { MemberId, OrganisationId } from "#lib/base/id.ts";
import type { DutyWork } from "#lib/data/duty-works.ts";
import type { House, HouseMember } from "#lib/data/house.ts";
import type { OrganisationStatus } from "#lib/data/organisation-statuses.ts";
import type { TriageAnswer, TriageEntry } from "#lib/embargo/triage.ts";
import type { ShownDutyHolder, ShownDutyWork, ShownStatus, ShownTriageEntry } from "#lib/schema/issue-response.ts";
import { checklistOf } from "./checklist.ts";
import type { ReportCase } from "./load-case.ts";
import { namesOf } from "./show-case.ts";

/** What members alone see of a report: the work on it, and who does it. */
export interface ShownWork {
  readonly statuses: ShownStatus[];
  readonly triage: ShownTriageEntry[];
  readonly dutyWorks: ShownDutyWork[];
  readonly dutyHolders: ShownDutyHolder[];
  readonly organisations: { id: OrganisationId; name: string }[];
}

/** What a page knows of the work of the list on a report. */
export interface KnownWork {
  readonly loaded: ReportCase;
  readonly triageAnswers: readonly TriageAnswer[];
  readonly statuses: readonly OrganisationStatus[];
  readonly dutyWorks: readonly DutyWork[];
  readonly house: House;
}

/** The work of the list on a report at `now`. */
export function showWork({ loaded, triageAnswers, statuses, dutyWorks, house }: KnownWork, now: Date): ShownWork {
  const { report, issues } = loaded;
  const present = house.members.filter(({ isPresent }) => isPresent);
  const names = namesOf(house.members);
  const onList = new Set(present.filter(({ listIds }) => listIds.includes(report.listId)).map(organisationIdOf));
  const organisations = new Map(organisationsOf(house.members).map(({ id, name }) => [id, name]));
  const numbers = new Map(issues.map(({ issue }) => [issue.id, issue.number]));
  return {
    statuses: statuses.flatMap(({ issueId, memberId, status, ...each }) => {
      const issueNumber = numbers.get(issueId);
      if (issueNumber === undefined || status === "not-opened") return [];
      return [{ ...each, status, issueNumber, memberName: names.get(memberId) ?? null }];
    }),
    triage: checklistOf(loaded, triageAnswers, now).map((entry) => shownEntry(entry, names)),
    dutyWorks: dutyWorks.map(({ duty, organisationId, memberId, at, outcome, envelopeId }) => ({
      duty,
      organisation: organisations.get(organisationId) ?? "an organisation that has left",
      memberName: names.get(memberId) ?? null,
      at,
      outcome,
      envelopeId,
    })),
    dutyHolders: house.dutyHolders.map(({ since: _, ...holder }) => holder),
    organisations: organisationsOf(present)
      .filter(({ id }) => onList.has(id) || statuses.some(({ organisationId }) => organisationId === id))
      .toSorted((left, right) => left.name.localeCompare(right.name, "en")),
  };
}

function organisationIdOf({ organisationId }: HouseMember): OrganisationId {
  return organisationId;
}

function organisationsOf(members: readonly HouseMember[]): { id: OrganisationId; name: string }[] {
  return [...new Map(members.map(({ organisationId: id, organisation: name }) => [id, { id, name }])).values()];
}

function shownEntry({ question, clause, state }: TriageEntry, names: ReadonlyMap<MemberId, string>): ShownTriageEntry {
  const nameOf = (member: MemberId) => names.get(member) ?? "a member who has left";
  const shownAnswer = ({ answer, memberId, at }: TriageAnswer) => ({
    answer,
    by: nameOf(memberId),
    byId: memberId,
    at,
  });
  switch (state.step) {
    case "open":
    case "settled":
      return { question, clause, state: { step: state.step } };
    case "answered":
      return { question, clause, state: { step: "answered", answer: shownAnswer(state.answer) } };
    case "claimed":
    case "confirmed":
      return {
        question,
        clause,
        state: {
          ...state,
          answer: shownAnswer(state.answer),
          confirmedBy: state.confirmedBy.map((id) => ({ id, name: nameOf(id) })),
        },
      };
  }
}
