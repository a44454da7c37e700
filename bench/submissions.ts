// Reports through the whole built site, from the socket to the table, against PostgreSQL storing the same rows by itself.
import { setTimeout as delay } from "node:timers/promises";
import { isAcknowledged, newSubmissions, submit, type Submission } from "#e2e/faults/submissions.ts";
import { inTurns } from "#e2e/support/in-turns.ts";
import { startWebAlone } from "#e2e/support/web-alone.ts";
import { bareInsertsASecond } from "./bare-insert.ts";
import { shareOf } from "./measure.ts";

/** So that the envelope is some 100 kB. */
const entityBytes = 100_000;
const warmUps = 100;
const times = 400;
/** Senders who each wait for their answer before they send again. */
const senders = 8;
/** As many as the site stores at once. */
const connections = 4;
const aSecond = 20;
const seconds = 30;
/** Of the slowest twentieth at that pace. */
const barMs = 100;

/** Measures and prints. */
export async function benchSubmissions(): Promise<void> {
  const site = await startWebAlone();
  try {
    await site.startWeb();
    await sendAll(site.origin, await newSubmissions(site.origin, warmUps, entityBytes));
    const paced = await pacedMs(site.origin, await newSubmissions(site.origin, aSecond * seconds, entityBytes));
    const whole = await sendAll(site.origin, await newSubmissions(site.origin, times, entityBytes));
    const bare = await bareInsertsASecond(site.adminUrl, times, connections);
    console.log(`\nreports with an envelope of ${String(entityBytes / 1000)} kB`);
    console.table([
      { how: `through the whole site, ${String(senders)} senders at once`, "a second": Math.round(whole) },
      { how: `the same rows by plain inserts, ${String(connections)} connections`, "a second": Math.round(bare) },
    ]);
    console.log(`the site takes one for ${(bare / whole).toFixed(1)} plain inserts`);
    const [p50, p95] = [shareOf(paced, 0.5), shareOf(paced, 0.95)];
    const pace = `at ${String(aSecond)} a second for ${String(seconds)} s`;
    console.log(`${pace}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (bar ${String(barMs)} ms)`);
    const late = paced.filter((ms) => ms === Infinity).length;
    if (late > 0) console.log(`${String(late)} were not taken at all: the machine is too busy for this pace`);
  } finally {
    await site.stop();
  }
}

/** @returns How many were taken a second. */
async function sendAll(origin: string, submissions: readonly Submission[]): Promise<number> {
  const began = performance.now();
  await inTurns(submissions, senders, (each) => sendOne(origin, each));
  return (submissions.length * 1000) / (performance.now() - began);
}

/** Sends each at its instant, whether those before it are answered or not. @returns How long after it each was taken. */
async function pacedMs(origin: string, submissions: readonly Submission[]): Promise<readonly number[]> {
  const began = performance.now();
  return Promise.all(
    submissions.map(async (each, number) => {
      const at = began + (number * 1000) / aSecond;
      await delay(Math.max(0, at - performance.now()));
      const answer = await submit(origin, each);
      return isAcknowledged(answer) ? answer.atMs - at : Infinity;
    }),
  );
}

async function sendOne(origin: string, submission: Submission): Promise<void> {
  const answer = await submit(origin, submission);
  if (!isAcknowledged(answer)) throw new Error(`a report was answered ${String(answer.status)}: ${answer.text}`);
}
