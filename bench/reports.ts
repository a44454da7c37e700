// The table of reports, at ever more reports: to a member who reads each, and to one who reads few.
import { prove } from "#lib/access/_prove.ts";
import { listReports } from "#lib/data/report-list.ts";
import {
  benchMember,
  furnishLists,
  furnishOrganisation,
  givenIdSql,
  letRead,
  receiveReports,
  sendEnvelopes,
} from "./many-reports.ts";
import { costOf, printCosts, type Cost } from "./measure.ts";
import { startScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";

const sizes = [100, 10_000, 100_000];
const times = 60;
/** As many rows as the page asks for at once. */
const rowsAtOnce = 200;
/** How many reports the other member reads, the oldest among them. */
const few = 50;
const envelopesAReport = 3;
const now = new Date("2026-11-20T12:00:00Z");

const organisationId = "00000000-0000-4000-8000-00000000000b";
const readsEach = prove({ kind: "member", ...benchMember("00000000-0000-4000-8000-00000000000a", organisationId) });
const readsFew = prove({ kind: "member", ...benchMember("00000000-0000-4000-8000-00000000000c", organisationId) });

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

async function furnish(database: ScratchDatabase): Promise<void> {
  const members = [readsEach, readsFew].map(({ memberId }) => ({ id: memberId, isCoordinator: false }));
  await furnishLists(now);
  await furnishOrganisation(database, { id: organisationId, name: "Debian" }, members, now);
}

/** Adds reports up to a number, each with its report's envelope and two messages. */
async function receiveUpTo(database: ScratchDatabase, from: number, size: number): Promise<void> {
  await receiveReports(database, [from, size - 1], now);
  await sendEnvelopes(database, [from, size - 1], envelopesAReport, now);
  await letRead(database, givenIdSql(readsEach.memberId), [from, size - 1], envelopesAReport, now);
  await letRead(database, givenIdSql(readsFew.memberId), [from, Math.min(size, few) - 1], envelopesAReport, now);
  await database.fill("vacuum analyze");
}
