import { setTimeout as delay } from "node:timers/promises";
import { inTurns } from "#e2e/support/in-turns.ts";
import { sendBody } from "#e2e/support/send-body.ts";
import type { WebAlone } from "#e2e/support/web-alone.ts";
import { isPutOff, newSubmissions, retryAll, submit, type Submission, type SubmissionAnswer } from "./submissions.ts";

const maximumBackMs = 1_000;
const visited = ["/", "/report", "/lists/distros", "/api/v1/lists/distros/roster"];

interface VisitAnswer {
  readonly what: string;
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly atMs: number;
}

/**
 * Stops PostgreSQL at once, and serves it again, while reports are sent and pages are asked for; answers what was lost, and
 * what was said but "come again".
 */
export async function restartDatabase(site: WebAlone, rounds: number): Promise<readonly string[]> {
  const faults: string[] = [];
  let [putOff, slowestMs] = [0, 0];
  const web = await site.startWeb();
  for (let round = 0; round < rounds; round += 1) {
    const submissions = await newSubmissions(site.origin, 120);
    const ending = new AbortController();
    const visits = Promise.all(visited.map((path) => visitOnAndOn(site.origin, path, ending.signal)));
    const sending = sendOnAndOn(site.origin, submissions, 6);
    await delay(1_000); // the load is under way
    await site.killDatabase();
    await delay(500);
    await site.serveDatabase();
    const servedAtMs = performance.now();
    const answers = await sending;
    ending.abort();
    const all = [...answers.map((each) => ({ what: "a report", ...each })), ...(await visits).flat()];
    putOff += all.filter(isPutOff).length;
    faults.push(...all.filter((each) => !isFair(each)).map(({ what, status }) => `${what}: ${String(status)}`));
    const lastMs = Math.max(servedAtMs, ...all.filter((each) => !isWell(each)).map(({ atMs }) => atMs));
    slowestMs = Math.max(slowestMs, lastMs - servedAtMs);
    faults.push(...(await retryAll(site.origin, submissions, answers)));
  }
  web.kill("SIGKILL");
  console.log(`  ${String(rounds)} restarts: ${String(putOff)} requests asked to come again`);
  console.log(`  the last of them ${slowestMs.toFixed(0)} ms after the database was back`);
  if (slowestMs > maximumBackMs) faults.push(`well again only after ${slowestMs.toFixed(0)} ms`);
  return faults;
}

type Answer = Parameters<typeof isPutOff>[0];

function isWell({ status }: Answer): boolean {
  return status === 200 || status === 201;
}

function isFair(answer: Answer): boolean {
  return isWell(answer) || isPutOff(answer);
}

/** Sends each, so many at a time with a breath between two, as long as it takes the database to be stopped and back. */
async function sendOnAndOn(
  origin: string,
  submissions: readonly Submission[],
  atATime: number,
): Promise<readonly SubmissionAnswer[]> {
  return inTurns(submissions, atATime, async (each) => {
    await delay(50);
    return submit(origin, each);
  });
}

async function visitOnAndOn(origin: string, path: string, ending: AbortSignal): Promise<readonly VisitAnswer[]> {
  const answers: VisitAnswer[] = [];
  while (!ending.aborted) {
    const { status, retryAfter } = await sendBody(`${origin}${path}`, { method: "GET", body: [] });
    answers.push({ what: path, status, retryAfter, atMs: performance.now() });
    await delay(50);
  }
  return answers;
}
