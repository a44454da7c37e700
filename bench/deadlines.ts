// The page of deadlines, and a pass of reminders, at ever more open obligations.
import { prove } from "#lib/access/_prove.ts";
import { deadlinesQuerySchema } from "#lib/schema/deadlines-query.ts";
import { remind } from "#lib/workflow/remind.ts";
import { showDeadlines } from "#lib/workflow/show-deadlines.ts";
import {
  benchMember,
  furnishLists,
  furnishOrganisation,
  givenIdSql,
  letRead,
  obligationsAReport,
  owe,
  receiveReports,
  system,
} from "./many-reports.ts";
import { costOf, printCosts, type Cost } from "./measure.ts";
import { startScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";

const sizes = [100, 10_000, 100_000];
const timesPage = 200;
const timesPass = 30;
/** How many obligations a pass finds due, however many are open. */
const duePerPass = 40;
const now = new Date("2026-11-20T12:00:00Z");

const memberId = "00000000-0000-4000-8000-00000000000a";
const organisationId = "00000000-0000-4000-8000-00000000000b";
const who = benchMember(memberId, organisationId);
const coordinator = prove({ kind: "coordinator", ...who });
const member = prove({ kind: "member", ...who });

/** Measures both and prints a table of each. */
export async function benchDeadlines(): Promise<void> {
  const database = await startScratchDatabase();
  try {
    await furnish(database);
    const costs = new Map<string, Map<string, Cost>>();
    const note = (what: string, size: number, cost: Cost) =>
      costs.set(what, (costs.get(what) ?? new Map<string, Cost>()).set(size.toLocaleString("en"), cost));
    let filled = 0;
    for (const size of sizes) {
      await oweUpTo(database, filled, size);
      filled = size;
      for (const [what, actor, query] of pages())
        note(what, size, await costOf(actor, timesPage, () => showDeadlines(actor, query, now)));
      note(`a pass of reminders that finds ${String(duePerPass)} due`, size, await costOfPass());
    }
    for (const [what, each] of costs) printCosts(what, "open obligations", each);
  } finally {
    await database.stop();
  }
}

function pages() {
  const everything = deadlinesQuerySchema.parse({});
  const ofDuty = deadlinesQuerySchema.parse({ duty: "A11" });
  return [
    ["the page of deadlines, to a coordinator", coordinator, everything],
    ["the page of deadlines, to a member who reads every report", member, everything],
    ["the page of deadlines of one duty, to a coordinator", coordinator, ofDuty],
  ] as const;
}

function costOfPass(): Promise<Cost> {
  return costOf(system, timesPass, () => remind(system, now));
}

/** An organisation with one member, who reads and coordinates; and it holds some duties. */
async function furnish(database: ScratchDatabase): Promise<void> {
  await furnishLists(now);
  await furnishOrganisation(
    database,
    { id: organisationId, name: "Debian" },
    [{ id: memberId, isCoordinator: true }],
    now,
  );
  for (const duty of ["A1", "A9", "A11"])
    await database.fill(`insert into "DutyHolder" values ($1, 'primary', $2, $3, null)`, [duty, organisationId, now]);
}

/** Adds open obligations up to a number. The member reads each report. A few have a reminder due, however many there are. */
async function oweUpTo(database: ScratchDatabase, from: number, size: number): Promise<void> {
  const span = [from / obligationsAReport, size / obligationsAReport - 1] as const;
  const { fill } = database;
  await receiveReports(database, span, now);
  await letRead(database, givenIdSql(memberId), span, 1, now);
  await owe(database, span, now);
  await fill(`update "Obligation" set "nextReminderAt" = null where "nextReminderAt" <= $1`, [now]);
  await fill(
    `update "Obligation" set "nextReminderAt" = $1, "dueAt" = $1, "remindedUntil" = $1::timestamptz - interval '1 hour'
     where id in (select id from "Obligation" where "closedAt" is null and kind <> 'DISCLOSE' order by id limit $2)`,
    [now, duePerPass],
  );
  await fill("vacuum analyze");
}
