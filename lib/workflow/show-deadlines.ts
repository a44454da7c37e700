import type { SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import { addHours } from "#lib/base/instant.ts";
import {
  countDeadlines,
  listDueBetween,
  listLate,
  listUpcoming,
  type Deadline,
  type DeadlineFilter,
  type DeadlinePage,
  type DeadlinesWanted,
} from "#lib/data/deadlines.ts";
import { listDutyHolders, type DutyHolder } from "#lib/data/duties.ts";
import { listLists, type ListSummary } from "#lib/data/lists.ts";
import { listOpenable } from "#lib/data/openable-reports.ts";
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
    const lists = await listLists(actor);
    const holders = await listDutyHolders(actor);
    const filter = filterOf(query, lists, holders);
    const { organisation, duty, list } = query;
    return {
      query: { organisation, duty, list },
      choices: { organisations: organisationsOf(holders), listNames: lists.map(({ name }) => name) },
      dutyHolders: holders.map(({ since: _, ...holder }) => holder),
      counts: { ...(await countDeadlines(actor, filter, now, countedUpTo)), cap: countedUpTo },
      view: await viewOf(actor, query, { filter, lists, now }),
      now,
    };
  });
}

/** What an organisation owes is what the list owes whose duty it holds. */
function filterOf(
  { organisation, duty, list }: DeadlinesFilter,
  lists: readonly ListSummary[],
  holders: readonly DutyHolder[],
): DeadlineFilter {
  const held = organisation === null ? null : holders.filter(({ organisationId }) => organisationId === organisation);
  const chosen = duty === null ? null : [duty];
  return {
    listId: lists.find(({ name }) => name === list)?.id ?? null,
    duties: held === null ? chosen : held.map((each) => each.duty).filter((each) => chosen?.includes(each) ?? true),
    owner: organisation === null ? null : "list",
  };
}

function organisationsOf(holders: readonly DutyHolder[]): { id: OrganisationId; name: string }[] {
  const byId = new Map(holders.map(({ organisationId, organisation }) => [organisationId, organisation]));
  return [...byId].map(([id, name]) => ({ id, name })).toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

interface Seeing {
  readonly filter: DeadlineFilter;
  readonly lists: readonly ListSummary[];
  readonly now: Date;
}

async function viewOf(
  actor: SignedInActor,
  { month, from, until, part, after }: DeadlinesQuery,
  seeing: Seeing,
): Promise<DeadlinesResponse["view"]> {
  const { filter, now } = seeing;
  const wanted: DeadlinesWanted = { filter, after, take: deadlinesAPage };
  if (month !== null) {
    const page = await listDueBetween(actor, monthAnywhere(month), { ...wanted, after: null, take: deadlinesAMonth });
    return { kind: "month", month, page: await shownPage(actor, page, seeing) };
  }
  if (from !== null && until !== null) {
    const page = await listDueBetween(actor, { from, until }, wanted);
    return { kind: "day", from, until, page: await shownPage(actor, page, seeing) };
  }
  if (part !== null) {
    const page = await (part === "late" ? listLate : listUpcoming)(actor, now, wanted);
    return { kind: "part", part, page: await shownPage(actor, page, seeing) };
  }
  const first = { ...wanted, after: null };
  return {
    kind: "both",
    late: await shownPage(actor, await listLate(actor, now, first), seeing),
    upcoming: await shownPage(actor, await listUpcoming(actor, now, first), seeing),
  };
}

/** A month as it is anywhere: clocks are up to 14 hours ahead of UTC, and 12 behind. */
function monthAnywhere(month: string): { readonly from: Date; readonly until: Date } {
  const from = new Date(`${month}-01T00:00:00Z`);
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  return { from: addHours(from, -14), until: addHours(until, 12) };
}

async function shownPage(actor: SignedInActor, page: DeadlinePage, { lists, now }: Seeing): Promise<ShownDeadlines> {
  const openable = await listOpenable(
    actor,
    page.deadlines.map(({ reportId }) => reportId),
  );
  const names = new Map(lists.map(({ id, name }) => [id, name]));
  return {
    deadlines: page.deadlines.map((each) => ({
      ...shownDeadline(each, now),
      listName: names.get(each.listId) ?? "",
      reportId: openable.has(each.reportId) ? each.reportId : null,
    })),
    next: page.next === null ? null : { dueAt: page.next.dueAt, id: page.next.id },
  };
}

function shownDeadline(deadline: Deadline, now: Date): Omit<ShownDeadline, "listName" | "reportId"> {
  const { id, kind, issueNumber, owner, duty, clause, openedAt, dueAt, handle, policyVersion } = deadline;
  const isWith = escalationAt(deadline, policyOf(policyVersion), now);
  return { id, kind, issueNumber, owner, duty, clause, openedAt, dueAt, handle, isWith };
}
