// The pages of a member who reads everything, at ever more reports, over HTTP and out of the built site.
import type { MemberId } from "#lib/base/id.ts";
import { startSession } from "#lib/auth/session-row.ts";
import { sessionCookie } from "#e2e/support/session-cookie.ts";
import { buildSite, isBuilt } from "../scripts/build.mjs";
import { busyReport, discuss, furnishOrganisations, viewerSql } from "./busy-report.ts";
import { startCountedWire, type Asked } from "./counted-wire.ts";
import { furnishLists, idSql, letRead, owe, receiveReports, sendEnvelopes } from "./many-reports.ts";
import { ask, askAtRate, pagesASecond, type Latency } from "./open-loop.ts";
import { startScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";
import { benchSecret, startWebProcess, type WebProcess } from "./web-process.ts";

const sizes = [100, 10_000, 100_000];
const aSecond = 20;
const times = 200;
const askers = 16;
const rateMs = 5_000;
/** So long a new process is asked before it is measured: its first pages cost it several times as much. */
const warmUpMs = 5_000;
const now = new Date();

interface Measured extends Latency {
  readonly asked: Asked;
}

/** Measures each page at each size, and what a page can cost at least, and prints the tables. */
export async function benchPages(): Promise<void> {
  if (!isBuilt()) buildSite();
  const database = await startScratchDatabase();
  try {
    await furnishLists(now);
    await furnishOrganisations(database, now);
    await discuss(database, now);
    const [viewer] = await database.ask<{ id: MemberId }>(`select ${viewerSql} as id`);
    const [report] = await database.ask<{ id: string }>(`select ${idSql("report", String(busyReport))} as id`);
    if (viewer === undefined || report === undefined) throw new Error("PostgreSQL computes no id");
    const cookie = await sessionCookie(await startSession(viewer.id, new Date()), benchSecret);
    const paths = { dashboard: "/reports", deadlines: "/deadlines", "report page": `/reports/${report.id}` };
    const costs = new Map<string, Map<number, Measured>>(Object.keys(paths).map((name) => [name, new Map()]));
    let filled = 1;
    for (const size of sizes) {
      await fillUpTo(database, filled, size);
      filled = size;
      for (const [name, path] of Object.entries(paths))
        costs.get(name)?.set(size, await measure(database.url, path, cookie));
    }
    for (const [name, each] of costs) printMeasured(name, each);
    await compareRates(database.url, Object.values(paths), cookie);
  } finally {
    await database.stop();
  }
}

/** Adds reports up to a number, each with the report itself to the viewer, and what is owed. */
async function fillUpTo(database: ScratchDatabase, from: number, size: number): Promise<void> {
  const span = [from, size - 1] as const;
  await receiveReports(database, span, now);
  await sendEnvelopes(database, span, 1, now);
  await letRead(database, viewerSql, span, 1, now);
  await owe(database, span, now);
  await database.fill("vacuum analyze");
}

async function measure(databaseUrl: string, path: string, cookie: string): Promise<Measured> {
  const wire = await startCountedWire(databaseUrl);
  const counted = await startWebProcess("lib/front/main.ts", wire.url);
  await ask(wantedOf(counted, path, cookie));
  wire.look();
  await ask(wantedOf(counted, path, cookie));
  const asked = wire.look();
  await counted.stop();
  wire.stop();

  const web = await startWebProcess("lib/front/main.ts", databaseUrl);
  const wanted = wantedOf(web, path, cookie);
  await pagesASecond(wanted, 4, warmUpMs);
  const latency = await askAtRate(wanted, aSecond, times);
  await web.stop();
  return { ...latency, asked };
}

function wantedOf({ origin, agent }: WebProcess, path: string, cookie: string) {
  return { url: `${origin}${path}`, headers: { cookie }, agent };
}

/** Pages a second of one web process: the site's own, and one that has nothing to say. */
async function compareRates(databaseUrl: string, paths: readonly string[], cookie: string): Promise<void> {
  const empty = await startWebProcess("bench/empty-page/serve.ts", databaseUrl);
  const floor = await rateOf(empty, "/", "");
  await empty.stop();
  const web = await startWebProcess("lib/front/main.ts", databaseUrl);
  const rates: [page: string, rate: number][] = [["an empty page", floor]];
  for (const path of [...paths, "/duties", "/notices"]) rates.push([path, await rateOf(web, path, cookie)]);
  await web.stop();
  console.log(`\nPages a second of one web process, ${String(askers)} askers`);
  console.table(
    rates.map(([page, rate]) => ({
      page,
      "a second": Number(rate.toFixed(1)),
      "of the empty page": Number((rate / floor).toFixed(2)),
    })),
  );
}

async function rateOf(web: WebProcess, path: string, cookie: string): Promise<number> {
  const wanted = wantedOf(web, path, cookie);
  await pagesASecond(wanted, askers, rateMs / 2);
  return pagesASecond(wanted, askers, rateMs);
}

function printMeasured(name: string, each: ReadonlyMap<number, Measured>): void {
  console.log(`\n${name}, at ${String(aSecond)} requests a second`);
  console.table(
    [...each].map(([size, { asked, p50Ms, p95Ms, kilobytes }]) => ({
      reports: size.toLocaleString("en"),
      queries: asked.queries,
      "around them": asked.aroundThem,
      "p50 ms": Number(p50Ms.toFixed(1)),
      "p95 ms": Number(p95Ms.toFixed(1)),
      kB: Number(kilobytes.toFixed(0)),
    })),
  );
  const [first, last] = [[...each.values()].at(0), [...each.values()].at(-1)];
  if (first !== undefined && last !== undefined)
    console.log(`growth of p95 from first to last: ${(last.p95Ms / first.p95Ms).toFixed(2)} times`);
  if (process.env["FORTNIGHT_BENCH_STATEMENTS"] === "1") console.log(first?.asked.statements.join("\n"));
}
