import type { SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import { addHours } from "#lib/base/instant.ts";
import { findDeadlineChoices, type DeadlineChoices } from "#lib/data/deadline-choices.ts";
import {
  lateAt,
  listDeadlines,
  upcomingFrom,
  type Deadline,
  type DeadlineFilter,
  type DeadlinePage,
  type DeadlinesWanted,
} from "#lib/data/deadlines.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { escalationAt } from "#lib/embargo/escalation.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import type { DeadlinesFilter, DeadlinesQuery } from "#lib/schema/deadlines-query.ts";
import type { DeadlinesResponse, ShownDeadline, ShownDeadlines } from "#lib/schema/deadlines-response.ts";

/** So many stand in one part of the page. */
const deadlinesAPage = 50;
/** A month's calendar shows so many; more can be filtered. */
const deadlinesAMonth = 500;
/** Counts go so far, and say so. */
const countedUpTo = 100;

/** What is owed over all reports that the actor may know of, as the query asks. Its cost does not grow with what is owed. */
export async function showDeadlines(
  actor: SignedInActor,
  query: DeadlinesQuery,
  now: Date,
): Promise<DeadlinesResponse> {
  return inTransaction(actor, async () => {
    const choices = await findDeadlineChoices(actor);
    const part = partOf(query, now);
    const counted = { after: null, take: part === null ? deadlinesAPage : 0, countTo: countedUpTo };
    const wanted = [lateAt(now), upcomingFrom(now)].map((span) => ({ ...span, ...counted }));
    const pages = await listDeadlines(actor, filterOf(query, choices), part === null ? wanted : [...wanted, part]);
    const [late = nothing, upcoming = nothing, page = nothing] = pages;
    const { organisation, duty, list } = query;
    return {
      query: { organisation, duty, list },
      choices: { organisations: organisationsOf(choices), listNames: choices.lists.map(({ name }) => name) },
      dutyHolders: [...choices.holders],
      counts: { late: late.count, upcoming: upcoming.count, cap: countedUpTo },
      view: viewOf(query, (each) => shownPage(each, choices, now), { late, upcoming, page }),
      now,
    };
  });
}

const nothing: DeadlinePage = { deadlines: [], next: null, count: 0 };

/** The one part that is asked for; null for the whole page, which is what is late and what is to come. */
function partOf({ month, from, until, part, after }: DeadlinesQuery, now: Date): DeadlinesWanted | null {
  const page = { after, take: deadlinesAPage, countTo: 0 };
  if (month !== null) return { ...page, ...monthAnywhere(month), after: null, take: deadlinesAMonth };
  if (from !== null && until !== null) return { ...page, from, until };
  if (part !== null) return { ...page, ...(part === "late" ? lateAt(now) : upcomingFrom(now)) };
  return null;
}

/** A month as it is anywhere: clocks are up to 14 hours ahead of UTC, and 12 behind. */
function monthAnywhere(month: string): { readonly from: Date; readonly until: Date } {
  const from = new Date(`${month}-01T00:00:00Z`);
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  return { from: addHours(from, -14), until: addHours(until, 12) };
}

function viewOf(
  { month, from, until, part }: DeadlinesQuery,
  show: (page: DeadlinePage) => ShownDeadlines,
  pages: { readonly late: DeadlinePage; readonly upcoming: DeadlinePage; readonly page: DeadlinePage },
): DeadlinesResponse["view"] {
  const page = show(pages.page);
  if (month !== null) return { kind: "month", month, page };
  if (from !== null && until !== null) return { kind: "day", from, until, page };
  if (part !== null) return { kind: "part", part, page };
  return { kind: "both", late: show(pages.late), upcoming: show(pages.upcoming) };
}

/** What an organisation owes is what the list owes whose duty it holds. */
function filterOf({ organisation, duty, list }: DeadlinesFilter, { lists, holders }: DeadlineChoices): DeadlineFilter {
  const held = organisation === null ? null : holders.filter(({ organisationId }) => organisationId === organisation);
  const chosen = duty === null ? null : [duty];
  return {
    listId: lists.find(({ name }) => name === list)?.id ?? null,
    duties: held === null ? chosen : held.map((each) => each.duty).filter((each) => chosen?.includes(each) ?? true),
    owner: organisation === null ? null : "list",
  };
}

function organisationsOf({ holders }: DeadlineChoices): { id: OrganisationId; name: string }[] {
  const byId = new Map(holders.map(({ organisationId, organisation }) => [organisationId, organisation]));
  return [...byId].map(([id, name]) => ({ id, name })).toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function shownPage(page: DeadlinePage, { lists }: DeadlineChoices, now: Date): ShownDeadlines {
  const names = new Map(lists.map(({ id, name }) => [id, name]));
  return {
    deadlines: page.deadlines.map((each) => ({
      ...shownDeadline(each, now),
      listName: names.get(each.listId) ?? "",
      reportId: each.isOpenable ? each.reportId : null,
    })),
    next: page.next === null ? null : { dueAt: page.next.dueAt, id: page.next.id },
  };
}

function shownDeadline(deadline: Deadline, now: Date): Omit<ShownDeadline, "listName" | "reportId"> {
  const { id, kind, issueNumber, owner, duty, clause, openedAt, dueAt, handle, policyVersion } = deadline;
  const isWith = escalationAt(deadline, policyOf(policyVersion), now);
  return { id, kind, issueNumber, owner, duty, clause, openedAt, dueAt, handle, isWith };
}
