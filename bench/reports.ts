// The table of reports, at ever more reports: to a member who reads each, and to one who reads few.
import { prove } from "#lib/access/_prove.ts";
import type { ListId, MemberId, OrganisationId, SessionId } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import { listReports } from "#lib/data/report-list.ts";
import { createBothLists } from "#prisma/seed/lists.ts";
import { costOf, printCosts, type Cost } from "./measure.ts";
import { startScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";

const sizes = [100, 10_000, 100_000];
const times = 60;
/** As many rows as the page asks for at once. */
const rowsAtOnce = 200;
/** How many reports the other member reads, the oldest among them. */
const few = 50;
const now = new Date("2026-11-20T12:00:00Z");

const organisationId = "00000000-0000-4000-8000-00000000000b" as OrganisationId;
const readsEach = memberOf("00000000-0000-4000-8000-00000000000a" as MemberId);
const readsFew = memberOf("00000000-0000-4000-8000-00000000000c" as MemberId);
const system = prove({ kind: "system" });

function memberOf(memberId: MemberId) {
  const sessionId = memberId as string as SessionId;
  return prove({ kind: "member", memberId, organisationId, listIds: [] as readonly ListId[], sessionId });
}

/** Measures both and prints a table of each. */
export async function benchReports(): Promise<void> {
  const database = await startScratchDatabase();
  try {
    await furnish(database);
    const costs = new Map<string, Map<string, Cost>>();
    const note = (what: string, size: number, cost: Cost) =>
      costs.set(what, (costs.get(what) ?? new Map<string, Cost>()).set(size.toLocaleString("en"), cost));
    let filled = 0;
    for (const size of sizes) {
      await receiveUpTo(database, filled, size);
      filled = size;
      for (const [what, actor] of [
        ["the newest reports, to a member who reads every one", readsEach],
        [`the newest reports, to a member who reads ${String(few)}`, readsFew],
      ] as const)
        note(what, size, await costOf(actor, times, () => listReports(actor, { after: null, take: rowsAtOnce })));
    }
    for (const [what, each] of costs) printCosts(what, "reports", each);
  } finally {
    await database.stop();
  }
}

async function furnish({ fill }: ScratchDatabase): Promise<void> {
  await createBothLists(system, addDays(now, -400));
  await fill(`insert into "Organisation" values ($1, 'Debian', $2, null)`, [organisationId, now]);
  for (const { memberId } of [readsEach, readsFew])
    await fill(
      `insert into "Member" (id, "organisationId", name, "isCoordinator", "enrolledAt") values ($1, $2, $3, false, $4)`,
      [memberId, organisationId, memberId, now],
    );
}

/** Adds reports up to a number, each with an issue, its report's envelope and two messages. */
async function receiveUpTo({ fill }: ScratchDatabase, from: number, size: number): Promise<void> {
  const id = (noun: string, number = "n") => `md5('${noun} ' || ${number})::uuid`;
  const reports = "from generate_series($1::int, $2::int) n";
  const span = [from, size - 1];
  await fill(
    `insert into "Report" (id, handle, "listId", "submissionId", "submissionHash", door, "policyVersion", facts,
       "receivedAt", "receiptLookupId", "receiptAuthenticatorHash", "receiptHoldsKey")
     select ${id("report")}, 'FN-2026-' || n, l.id, ${id("submission")}, '', 'form', l."policyVersion",
       '{"list": "distros"}', $3::timestamptz + n * interval '1 minute', n::text, '', false ${reports}
     join (select *, row_number() over (order by name) - 1 as place from "List") l on l.place = n % 2`,
    [...span, addDays(now, -200)],
  );
  await fill(
    `insert into "Issue" (id, "reportId", number, "policyVersion", "embargoState", "disclosureAt", "createdAt")
     select ${id("issue")}, ${id("report")}, 1, 'distros-2017', 'active', $3, $3 ${reports}`,
    [...span, now],
  );
  const envelope = id("envelope", "n || '/' || m");
  await fill(
    `insert into "Envelope" (id, "reportId", kind, author, "sentAt", "submissionId", "submissionHash", "rosterId")
     select ${envelope}, ${id("report")}, case m when 0 then 'report' else 'message' end, 'reporter', $3,
       ${id("sent", "n || '/' || m")}, '', ${id("roster", "1")} ${reports}, generate_series(0, 2) m`,
    [...span, now],
  );
  for (const [{ memberId }, most] of [
    [readsEach, size],
    [readsFew, few],
  ] as const) {
    const reader = `md5('reader ' || '${memberId}' || n || '/' || m)::uuid`;
    const those = [from, Math.min(size, most) - 1];
    await fill(
      `insert into "Reader" (id, "envelopeId", "reportId", "memberId", fingerprint, since)
       select ${reader}, ${envelope}, ${id("report")}, $3::uuid, $3::text, $4 ${reports}, generate_series(0, 2) m`,
      [...those, memberId, now],
    );
    await fill(
      `insert into "KeyPacket" ("readerId", "envelopeId", "reportId", "memberId", bytes)
       select ${reader}, ${envelope}, ${id("report")}, $3::uuid, '' ${reports}, generate_series(0, 2) m`,
      [...those, memberId],
    );
  }
  await fill("vacuum analyze");
}
