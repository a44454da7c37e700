import "server-only";
import { isSignedIn, type Actor } from "#lib/access/actor.ts";
import {
  walkDeadlines,
  type DeadlineCursor,
  type DeadlineFilter,
  type DeadlineSpan,
  type Met,
} from "./_deadline-walk.ts";
import { obligationColumns, toKept, type KeptObligation } from "./obligations.ts";
import { inTransaction } from "./transaction.ts";

/** Something that is still owed, of any report that the reader sees. */
export interface Deadline extends KeptObligation {
  /** How often it has changed, and when it last did. */
  readonly revision: number;
  readonly changedAt: Date;
  /** Whether the reader can open its report; that something is owed for one, coordinators know of all. */
  readonly isOpenable: boolean;
}

export type { DeadlineCursor, DeadlineFilter, DeadlineSpan };

export const everyDeadline: DeadlineFilter = { listId: null, duties: null, owner: null };

/** A part of what is owed, the earliest due first. */
export interface DeadlinesWanted extends DeadlineSpan {
  readonly after: DeadlineCursor | null;
  /** So many are given, */
  readonly take: number;
  /** and counted up to so many. */
  readonly countTo: number;
}

export interface DeadlinePage {
  readonly deadlines: readonly Deadline[];
  readonly next: DeadlineCursor | null;
  /** How many there are, up to what they were counted to. */
  readonly count: number;
}

/** Where time begins and ends for what is owed. */
const always: DeadlineSpan = { from: new Date(0), until: new Date("9999-12-31T00:00:00Z") };

/** What is late at an instant. */
export function lateAt(now: Date): DeadlineSpan {
  return { ...always, until: now };
}

/** What is owed from an instant on. */
export function upcomingFrom(now: Date): DeadlineSpan {
  return { ...always, from: now };
}

/**
 * What is owed, in the parts that are wanted. Coordinators see what is owed for all reports, since it says nothing of
 * content; members for those they read. It reads no more than it gives and counts by an index, whatever else is owed.
 */
export async function listDeadlines(
  actor: Actor,
  filter: DeadlineFilter,
  wanted: readonly DeadlinesWanted[],
): Promise<readonly DeadlinePage[]> {
  if (!isSignedIn(actor)) return wanted.map(() => ({ deadlines: [], next: null, count: 0 }));
  return inTransaction(actor, async (transaction) => {
    const walks = wanted.map((each) => ({ ...each, take: Math.max(each.take + 1, each.countTo) }));
    const met = await walkDeadlines(transaction, actor, filter, walks);
    const given = wanted.map(({ take }, place) => met.filter((each) => each.place === place).slice(0, take));
    const rows = await transaction.obligation.findMany({
      where: { id: { in: given.flat().map(({ id }) => id) } },
      select: { ...obligationColumns, revision: true, changedAt: true },
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return wanted.map(({ take, countTo }, place): DeadlinePage => {
      const deadlines = (given[place] ?? []).flatMap(({ id, isOpenable }) => {
        const row = byId.get(id);
        if (row === undefined) return [];
        const { revision, changedAt, ...kept } = row;
        return [{ ...toKept(kept), revision, changedAt, isOpenable }];
      });
      const count = countOf(met, place);
      return { deadlines, next: count > take ? cursorAt(deadlines) : null, count: Math.min(count, countTo) };
    });
  });
}

function countOf(met: readonly Met[], place: number): number {
  return met.filter((each) => each.place === place).length;
}

function cursorAt(deadlines: readonly Deadline[]): DeadlineCursor | null {
  const last = deadlines.at(-1);
  return last === undefined ? null : { dueAt: last.dueAt, id: last.id };
}
