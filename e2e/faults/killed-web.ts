import { chanceOf } from "#e2e/support/chance.ts";
import type { WebAlone } from "#e2e/support/web-alone.ts";
import { isAcknowledged, isPutOff, newSubmissions, retryAll, submit, type SubmissionAnswer } from "./submissions.ts";

const maximumBackMs = 3_000;

/** Kills the web process in the middle of 200 submissions, as often as asked, and answers what was lost, doubled or late. */
export async function killWebProcess(site: WebAlone, seed: number, rounds: number): Promise<readonly string[]> {
  const chance = chanceOf(seed);
  const faults: string[] = [];
  let [acknowledged, slowestMs] = [0, 0];
  let web = await site.startWeb();
  for (let round = 0; round < rounds; round += 1) {
    const submissions = await newSubmissions(site.origin, 200);
    const before = await countReports(site);
    const killAfter = 1 + chance.below(100);
    let answered = 0;
    const answers = await Promise.all(
      submissions.map(async (each) => {
        const answer = await submit(site.origin, each);
        if (++answered === killAfter) web.kill("SIGKILL");
        return answer;
      }),
    );
    await web.ended;
    faults.push(...answers.filter(isWrong).map(({ status }) => `a submission was answered ${String(status)}`));
    const began = performance.now();
    web = await site.startWeb();
    await fetch(`${site.origin}/api/v1/lists/distros/roster`);
    slowestMs = Math.max(slowestMs, performance.now() - began);
    acknowledged += answers.filter(isAcknowledged).length;
    faults.push(...(await retryAll(site.origin, submissions, answers)));
    const stored = (await countReports(site)) - before;
    if (stored !== submissions.length) faults.push(`${String(stored)} reports of ${String(submissions.length)}`);
  }
  web.kill("SIGKILL");
  console.log(`  ${String(rounds)} rounds, seed ${String(seed)}: ${String(acknowledged)} acknowledged before the kill`);
  console.log(`  serving again after ${slowestMs.toFixed(0)} ms at most`);
  if (slowestMs > maximumBackMs) faults.push(`serving again only after ${slowestMs.toFixed(0)} ms`);
  return faults;
}

/** Whether an answer came that was neither "taken" nor "come again"; none may come from a process that is killed. */
function isWrong(answer: SubmissionAnswer): boolean {
  return answer.status !== null && answer.status !== 201 && !isPutOff(answer);
}

async function countReports(site: WebAlone): Promise<number> {
  const [row] = await site.ask('select count(*)::int as reports from "Report"');
  return Number(row?.reports);
}
