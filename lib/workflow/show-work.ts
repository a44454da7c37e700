import type { SignedInActor } from "#lib/access/actor.ts";
import type { MemberId, OrganisationId } from "#lib/base/id.ts";
import { listDutyHolders } from "#lib/data/duties.ts";
import { listDutyWorks } from "#lib/data/duty-works.ts";
import { listMembers, type MemberSummary } from "#lib/data/members.ts";
import { listOrganisationStatuses } from "#lib/data/organisation-statuses.ts";
import type { TriageAnswer, TriageEntry } from "#lib/embargo/triage.ts";
import type { ShownDutyHolder, ShownDutyWork, ShownStatus, ShownTriageEntry } from "#lib/schema/issue-response.ts";
import { listChecklist } from "./checklist.ts";
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

/** The work of the list on a report at `now`. */
export async function showWork(actor: SignedInActor, loaded: ReportCase, now: Date): Promise<ShownWork> {
  const { report, issues } = loaded;
  const members = await listMembers(actor, report.listId);
  const everybody = await listMembers(actor);
  const names = namesOf(everybody);
  const onList = new Set(organisationsOf(members).map(({ id }) => id));
  const allOrganisations = new Map(organisationsOf(everybody).map(({ id, name }) => [id, name]));
  const numbers = new Map(issues.map(({ issue }) => [issue.id, issue.number]));
  const statuses = await listOrganisationStatuses(actor, report.id);
  const works = await listDutyWorks(actor, report.id);
  const holders = await listDutyHolders(actor);
  return {
    statuses: statuses.flatMap(({ issueId, memberId, status, ...each }) => {
      const issueNumber = numbers.get(issueId);
      if (issueNumber === undefined || status === "not-opened") return [];
      return [{ ...each, status, issueNumber, memberName: names.get(memberId) ?? null }];
    }),
    triage: (await listChecklist(actor, loaded, now)).map((entry) => shownEntry(entry, names)),
    dutyWorks: works.map(({ duty, organisationId, memberId, at, outcome, envelopeId }) => ({
      duty,
      organisation: allOrganisations.get(organisationId) ?? "an organisation that has left",
      memberName: names.get(memberId) ?? null,
      at,
      outcome,
      envelopeId,
    })),
    dutyHolders: holders.map(({ duty, role, organisationId, organisation }) => ({
      duty,
      role,
      organisationId,
      organisation,
    })),
    organisations: organisationsOf(everybody)
      .filter(({ id }) => onList.has(id) || statuses.some(({ organisationId }) => organisationId === id))
      .toSorted((left, right) => left.name.localeCompare(right.name, "en")),
  };
}

function organisationsOf(members: readonly MemberSummary[]): { id: OrganisationId; name: string }[] {
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
