import type { SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, type Result } from "#lib/base/result.ts";
import { listAcknowledgementsOf, listStatusesOf, listUnansweredIssuesOf } from "#lib/data/contributions.ts";
import { listDutyHolders, listDutyOffers, type DutyHolder } from "#lib/data/duties.ts";
import { listDutyDebts } from "#lib/data/duty-debts.ts";
import { listDutyWorksOf } from "#lib/data/duty-works.ts";
import { listLists } from "#lib/data/lists.ts";
import { listMembers } from "#lib/data/members.ts";
import type { KeptObligation } from "#lib/data/obligations.ts";
import { findOrganisation, listOrganisations } from "#lib/data/organisations.ts";
import { listVisible } from "#lib/data/reports.ts";
import { escalationAt } from "#lib/embargo/escalation.ts";
import { dutyIds } from "#lib/policy/duty.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import type {
  Contribution,
  DutyPlace,
  OrganisationDebt,
  OrganisationPage,
  OrganisationPerson,
} from "#lib/schema/organisation-page.ts";

/**
 * An organisation: its people and duties, what it owes and where it is silent now, and what it did this year (K7).
 *
 * @problem NOT_FOUND when there is no such organisation.
 */
export async function showOrganisation(
  actor: SignedInActor,
  id: OrganisationId,
  now: Date,
): Promise<Result<OrganisationPage, Problem<"NOT_FOUND">>> {
  const organisation = await findOrganisation(actor, id);
  if (!organisation.ok) return organisation;
  const isTheirs = (each: { readonly organisationId: OrganisationId }) => each.organisationId === id;
  const holders = await listDutyHolders(actor);
  const offers = await listDutyOffers(actor);
  const since = startOfYear(now);
  return ok({
    ...organisation.value,
    people: await peopleOf(actor, id),
    duties: inPolicyOrder(holders.filter(isTheirs)),
    offers: inPolicyOrder(offers.filter(isTheirs)),
    debts: await debtsOf(actor, id, holders, now),
    unanswered: await listUnansweredIssuesOf(actor, id),
    since,
    contributions: await contributionsOf(actor, id, since),
  });
}

async function peopleOf(actor: SignedInActor, id: OrganisationId): Promise<readonly OrganisationPerson[]> {
  const lists = await listLists(actor);
  const members = await listMembers(actor);
  return members
    .filter(({ organisationId }) => organisationId === id)
    .map(({ id: memberId, name, isCoordinator, listIds }) => ({
      id: memberId,
      name,
      isCoordinator,
      listNames: lists.filter((list) => listIds.includes(list.id)).map((list) => list.name),
    }));
}

/** A backup has what went on to it, and where nobody is primary everything. */
async function debtsOf(
  actor: SignedInActor,
  id: OrganisationId,
  holders: readonly DutyHolder[],
  now: Date,
): Promise<readonly OrganisationDebt[]> {
  const own = holders.filter(({ organisationId }) => organisationId === id);
  const held = new Set(own.filter(({ role }) => role === "primary").map(({ duty }) => duty));
  const backed = own.filter(({ role, duty }) => role === "backup" && !held.has(duty)).map(({ duty }) => duty);
  const alone = backed.filter((duty) => !holders.some((each) => each.duty === duty && each.role === "primary"));
  const first = new Set([...held, ...alone]);
  const whenLate = backed.filter((duty) => !first.has(duty));
  if (own.length === 0) return [];

  const open = await listDutyDebts(actor, { first: [...first], whenLate }, now);
  const theirs = open.filter((each) => first.has(each.duty) || hasReachedBackup(each, now));
  const visible = await listVisible(actor, [...new Set(theirs.map(({ reportId }) => reportId))]);
  return theirs.map(({ reportId, ...debt }) => ({
    id: debt.id,
    handle: debt.handle,
    kind: debt.kind,
    issueNumber: debt.issueNumber,
    owner: debt.owner,
    dueAt: debt.dueAt,
    duty: debt.duty,
    clause: debt.clause,
    role: held.has(debt.duty) ? "primary" : "backup",
    reportId: visible.has(reportId) ? reportId : null,
  }));
}

function hasReachedBackup(debt: KeptObligation, now: Date): boolean {
  const isWith = escalationAt(debt, policyOf(debt.policyVersion), now);
  return isWith === "backup" || isWith === "coordinators";
}

/** What it gave back (K7). */
async function contributionsOf(
  actor: SignedInActor,
  id: OrganisationId,
  since: Date,
): Promise<readonly Contribution[]> {
  const acknowledgements = await listAcknowledgementsOf(actor, id, since);
  const works = await listDutyWorksOf(actor, id, since);
  const statuses = await listStatusesOf(actor, id, since);
  const all: readonly Contribution[] = [
    ...acknowledgements.map((each) => ({ kind: "acknowledged" as const, ...each })),
    ...works.map(({ at, reportId, handle, duty, outcome }) => ({
      kind: "duty" as const,
      at,
      reportId,
      handle,
      duty,
      outcome,
    })),
    ...statuses.map((each) => ({ kind: "status" as const, ...each })),
  ];
  return all.toSorted((left, right) => right.at.getTime() - left.at.getTime());
}

/** In UTC, as all instants of the record. */
function startOfYear(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), 0, 1));
}

/** Every organisation, by name, with how many people it has, what they read, and its duties in the policy's order. */
export async function listOrganisationsWithDuties(actor: SignedInActor) {
  const lists = await listLists(actor);
  const members = await listMembers(actor);
  const holders = await listDutyHolders(actor);
  const organisations = await listOrganisations(actor);
  return organisations.map(({ id, name }) => {
    const people = members.filter(({ organisationId }) => organisationId === id);
    const read = new Set(people.flatMap(({ listIds }) => listIds));
    return {
      id,
      name,
      peopleCount: people.length,
      listNames: lists.filter((list) => read.has(list.id)).map((list) => list.name),
      duties: inPolicyOrder(holders.filter(({ organisationId }) => organisationId === id)),
    };
  });
}

/** A2 comes before A10. */
function inPolicyOrder<Place extends DutyPlace>(places: readonly Place[]): readonly Place[] {
  return places.toSorted((left, right) => dutyIds.indexOf(left.duty) - dutyIds.indexOf(right.duty));
}
