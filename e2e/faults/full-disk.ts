import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { inTurns } from "#e2e/support/in-turns.ts";
import { sendBody } from "#e2e/support/send-body.ts";
import { startWebAlone, type WebAlone } from "#e2e/support/web-alone.ts";
import { mountDisk, type OwnDisk } from "./own-disk.ts";
import { isAcknowledged, isPutOff, newSubmissions, retryAll, submit, type SubmissionAnswer } from "./submissions.ts";

const visited = ["/", "/report", "/lists/distros", "/api/v1/lists/distros/roster"];
const maximumBackMs = 15_000;

/** `files`: all of PostgreSQL's. `log`: its write-ahead log alone, without which it ends and cannot begin again. */
type What = "files" | "log";

/**
 * Fills the disk under PostgreSQL while reports are sent, then makes room again; answers what was lost, half stored, or said
 * but "come again".
 */
export async function fillDisk(what: What): Promise<readonly string[]> {
  const place = { folder: "" };
  const site = await startWebAlone((folder) => (place.folder = path.join(folder, "cluster")));
  await site.killDatabase();
  const disk = mountDisk(what === "files" ? place.folder : path.join(place.folder, "pg_wal"), 512);
  try {
    if (disk === null) {
      console.log("  not tried: no disk of its own can be mounted here");
      return [];
    }
    await site.serveDatabase();
    site.keepDatabase();
    return await fillAndMakeRoom(site, what, disk);
  } finally {
    await site.stop(() => disk?.unmount());
  }
}

async function fillAndMakeRoom(site: WebAlone, what: What, disk: OwnDisk): Promise<readonly string[]> {
  const web = await site.startWeb();
  await Promise.all(visited.map((where) => visit(site, where)));
  const submissions = await newSubmissions(site.origin, 60);
  const before = await countReports(site);
  disk.fill();
  if (what === "log") await fillLog(site);
  const answers = await inTurns(submissions, 4, (each) => submit(site.origin, each));
  await delay(3_000); // the database tries to begin again, and fails
  const visits = await Promise.all(visited.map((where) => visit(site, where)));
  disk.makeRoom();
  const backMs = await untilWell(site);
  const faults = await retryAll(site.origin, submissions, answers);
  const stored = (await countReports(site)) - before;
  web.kill("SIGKILL");
  console.log(`  60 reports on a full disk: ${countOf(answers)}; pages: ${visits.map(String).join(", ")}`);
  console.log(`  well ${backMs.toFixed(0)} ms after there was room`);
  return [
    ...faults,
    ...answers
      .filter((each) => !isAcknowledged(each) && !isPutOff(each))
      .map(({ status }) => `a report was answered ${String(status)}`),
    ...visits
      .filter((status) => status !== (what === "files" ? 200 : 503))
      .map((status) => `a page was answered ${String(status)}`),
    ...(answers.every(isAcknowledged) ? ["the disk was not full"] : []),
    ...(stored === submissions.length ? [] : [`${String(stored)} reports of ${String(submissions.length)}`]),
    ...(backMs > maximumBackMs ? [`well again only after ${backMs.toFixed(0)} ms`] : []),
  ];
}

/** Has PostgreSQL begin one piece of its log after the other, until there is no room for one. */
async function fillLog(site: WebAlone): Promise<void> {
  await site.ask("create table filler (filled int)");
  try {
    for (;;) {
      await site.ask("insert into filler values (1)");
      await site.ask("select pg_switch_wal()");
    }
  } catch {
    return; // it has ended
  }
}

async function visit({ origin }: WebAlone, where: string): Promise<number | null> {
  return (await sendBody(`${origin}${where}`, { method: "GET", body: [] })).status;
}

async function untilWell(site: WebAlone): Promise<number> {
  const began = performance.now();
  while ((await visit(site, "/api/v1/lists/distros/roster")) !== 200) {
    if (performance.now() - began > 3 * maximumBackMs) return Number.POSITIVE_INFINITY;
    await delay(50);
  }
  return performance.now() - began;
}

/** What was said, and how often. */
function countOf(answers: readonly SubmissionAnswer[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers) {
    const word = isAcknowledged(answer) ? "taken" : (/"code":"(\w+)"/.exec(answer.text)?.[1] ?? String(answer.status));
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${String(count)} ${word}`).join(", ");
}

async function countReports(site: WebAlone): Promise<number> {
  const [row] = await site.ask('select count(*)::int as reports from "Report"');
  return Number(row?.reports);
}
