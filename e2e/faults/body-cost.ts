import { readdirSync, readFileSync } from "node:fs";
import { possibleRoutes } from "#e2e/support/bodies-taken.ts";
import { filledIn } from "#e2e/support/built-routes.ts";
import { bodyLimitBytes } from "#lib/front/limits.ts";
import type { OwnSite } from "#e2e/support/own-site.ts";
import { sendBody, zerosOf } from "#e2e/support/send-body.ts";

const gibibyte = 2 ** 30;
const maximumMs = 100;
const maximumGrowthBytes = 50 * 2 ** 20;

const id = crypto.randomUUID();
const examples = { id, name: "distros", part: "0", file: "nothing.ics", nextauth: "csrf" };

interface Answered {
  readonly what: string;
  readonly status: number | null;
  readonly ms: number;
  /** Whether it is one of the few that take reports: what is larger is read for longer. */
  readonly takesReports: boolean;
}

/** Offers 1 GiB to every address, with and without a length, and answers what was slow, or kept in memory. */
export async function bodyCosts({ origin, processId }: OwnSite): Promise<readonly string[]> {
  let lost = 0;
  const offerOnce = async (method: string, route: string, lengthBytes?: number): Promise<Answered> => {
    const body = lengthBytes === undefined ? zerosOf(gibibyte) : [];
    const length = lengthBytes === undefined ? {} : { lengthBytes };
    const { status, ms } = await sendBody(`${origin}${filledIn(route, examples)}`, { method, body, ...length });
    const what = `${method} ${route} ${lengthBytes === undefined ? "without" : "with"} a length`;
    return { what, status, ms, takesReports: bodyLimitBytes(method, route) > 2 ** 20 };
  };
  // An answer that is lost, or slow, once in hundreds lost a race with the closing of its connection, or the machine.
  const offer = async (...offered: Parameters<typeof offerOnce>): Promise<Answered> => {
    const first = await offerOnce(...offered);
    if (first.status === null) lost += 1;
    return first.ms > maximumMs ? offerOnce(...offered) : first;
  };
  const offerToAll = async () => {
    const answers: Answered[] = [];
    for (const { method, route } of possibleRoutes()) {
      answers.push(await offer(method, route, gibibyte), await offer(method, route));
    }
    return answers;
  };
  await offerToAll(); // the first visit to a route loads it
  await offerToAll();
  const before = residentBytes(processId);
  const all = await offerToAll();
  const grownBytes = residentBytes(processId) - before;
  const slowestFirst = all.toSorted((left, right) => right.ms - left.ms);
  console.table(slowestFirst.slice(0, 5).map((each) => ({ ...each, ms: Math.round(each.ms) })));
  console.log(
    `  ${String(all.length)} bodies; memory grew by ${String(Math.round(grownBytes / 2 ** 20))} MiB; ${String(lost)} answers lost`,
  );
  return [
    ...all
      .filter(({ status }) => status === null || status >= 500)
      .map(({ what, status }) => `${what}: ${String(status)}`),
    ...slowestFirst
      .filter(({ ms, takesReports }) => ms > maximumMs && !takesReports)
      .map(({ what, ms }) => `${what}: ${ms.toFixed(0)} ms`),
    ...(grownBytes > maximumGrowthBytes ? [`memory grew by ${String(grownBytes)} bytes`] : []),
  ];
}

/** Of a process and all that it has started (Linux). */
function residentBytes(processId: number): number {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(processes.map((each) => [Number(each), parentOf(each)]));
  const own = new Set([processId]);
  for (let grown = true; grown;) {
    const more = [...parents].filter(([child, parent]) => own.has(parent) && !own.has(child));
    for (const [child] of more) own.add(child);
    grown = more.length > 0;
  }
  return [...own].reduce((total, each) => total + kibibytesOf(each) * 1024, 0);
}

function parentOf(processId: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(statusOf(processId))?.[1] ?? 0);
}

function kibibytesOf(processId: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(statusOf(String(processId)))?.[1] ?? 0);
}

/** Empty for a process that has ended meanwhile. */
function statusOf(processId: string): string {
  try {
    return readFileSync(`/proc/${processId}/status`, "utf8");
  } catch {
    return "";
  }
}
