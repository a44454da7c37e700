// The page of deadlines, and a pass of reminders, at ever more open obligations.
import { prove } from "#lib/access/_prove.ts";
import type { ListId, MemberId, OrganisationId, SessionId } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import { deadlinesQuerySchema } from "#lib/schema/deadlines-query.ts";
import { remind } from "#lib/workflow/remind.ts";
import { showDeadlines } from "#lib/workflow/show-deadlines.ts";
import { createBothLists } from "#prisma/seed/lists.ts";
import { costOf, printCosts, type Cost } from "./measure.ts";
import { startScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";

const sizes = [100, 10_000, 100_000];
const obligationsAReport = 5;
const timesPage = 200;
const timesPass = 30;
/** How many obligations a pass finds due, however many are open. */
const duePerPass = 40;
const now = new Date("2026-11-20T12:00:00Z");

const memberId = "00000000-0000-4000-8000-00000000000a" as MemberId;
const organisationId = "00000000-0000-4000-8000-00000000000b" as OrganisationId;
const who = { memberId, organisationId, listIds: [] as readonly ListId[], sessionId: memberId as string as SessionId };
const coordinator = prove({ kind: "coordinator", ...who });
const member = prove({ kind: "member", ...who });
const system = prove({ kind: "system" });

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

/** An organisation with one member who coordinates, and both lists. */
async function furnish({ fill }: ScratchDatabase): Promise<void> {
  await createBothLists(system, addDays(now, -400));
  await fill(`insert into "Organisation" values ($1, 'Debian', $2, null)`, [organisationId, now]);
  await fill(
    `insert into "Member" (id, "organisationId", name, "isCoordinator", "enrolledAt") values ($1, $2, 'Ada', true, $3)`,
    [memberId, organisationId, now],
  );
  for (const duty of ["A1", "A9", "A11"])
    await fill(`insert into "DutyHolder" values ($1, 'primary', $2, $3, null)`, [duty, organisationId, now]);
}

/**
 * Adds open obligations up to a number: a quarter of them late, the rest due over the next weeks, of five kinds; and as
 * many that are closed. The member reads each report. A few have a reminder due, however many there are.
 */
async function oweUpTo({ fill }: ScratchDatabase, from: number, size: number): Promise<void> {
  const reports = [from / obligationsAReport, size / obligationsAReport - 1];
  const id = (noun: string, number: string) => `md5('${noun} ' || ${number})::uuid`;
  await fill(
    `insert into "Report" (id, handle, "listId", "submissionId", "submissionHash", door, "policyVersion", facts,
       "receivedAt", "receiptLookupId", "receiptAuthenticatorHash", "receiptHoldsKey")
     select ${id("report", "n")}, 'FN-2026-' || n, l.id, ${id("submission", "n")}, '', 'form', l."policyVersion", '{}',
       $3::timestamptz - n % 14 * interval '1 day', n::text, '', false
     from generate_series($1::int, $2::int) n
     join (select *, row_number() over (order by name) - 1 as place from "List") l on l.place = n % 2`,
    [...reports, now],
  );
  const ofReports = "from generate_series($1::int, $2::int) n";
  await fill(
    `insert into "Reader" (id, "envelopeId", "reportId", "memberId", fingerprint, since)
     select ${id("reader", "n")}, ${id("envelope", "n")}, ${id("report", "n")}, $3::uuid, '', $4 ${ofReports}`,
    [...reports, memberId, now],
  );
  await fill(
    `insert into "KeyPacket" ("readerId", "envelopeId", "reportId", "memberId", bytes)
     select ${id("reader", "n")}, ${id("envelope", "n")}, ${id("report", "n")}, $3::uuid, '' ${ofReports}`,
    [...reports, memberId],
  );
  for (const state of ["open", "closed"]) await fill(obligationsSql(id, state === "open"), [...reports, now]);
  await fill(`update "Obligation" set "nextReminderAt" = null where "nextReminderAt" <= $1`, [now]);
  await fill(
    `update "Obligation" set "nextReminderAt" = $1, "dueAt" = $1, "remindedUntil" = $1::timestamptz - interval '1 hour'
     where id in (select id from "Obligation" where "closedAt" is null and kind <> 'DISCLOSE' order by id limit $2)`,
    [now, duePerPass],
  );
  await fill("vacuum analyze");
}

function obligationsSql(id: (noun: string, number: string) => string, isOpen: boolean): string {
  const state = isOpen ? "open" : "closed";
  return `insert into "Obligation" (id, "reportId", key, kind, "issueNumber", handle, "listId", "policyVersion", owner,
      duty, clause, "openedAt", "dueAt", "closedAt", "evidenceKind", evidence, "changedAt", "remindedUntil",
      "nextReminderAt")
    select ${id("obligation", `'${state} ' || n || ' ' || k.kind`)}, r.id, k.kind || '/${state}', k.kind, 1, r.handle,
      r."listId", r."policyVersion", k.owner, k.duty, k.clause, r."receivedAt", due.at,
      ${isOpen ? "null, null, null" : "due.at, 'record', 'public'"}, r."receivedAt", r."receivedAt",
      ${isOpen ? "due.at + interval '40 days'" : "null"}
    from generate_series($1::int, $2::int) n join "Report" r on r.id = ${id("report", "n")}
    cross join (values ('ACKNOWLEDGE', 'list', 'A1', 'R8'), ('REPORT_PROGRESS', 'list', 'A9', 'A9'),
      ('DISCLOSE', 'reporter', 'A9', 'A9'), ('POST_ISSUE', 'reporter', 'A11', 'R13'),
      ('POST_EXPLOIT', 'reporter', 'A12', 'R14')) k(kind, owner, duty, clause)
    cross join lateral (select $3::timestamptz + (abs(hashtext(n || k.kind)) % 40 - 10) * interval '1 day'
      + abs(hashtext(k.kind || n)) % 86400 * interval '1 second' as at) due`;
}
