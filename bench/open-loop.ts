import { once } from "node:events";
import { get, type Agent, type IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** How long answers took, in milliseconds. */
export interface Latency {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly kilobytes: number;
}

export interface Wanted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent;
}

/** Asks for a page so often a second, whether or not the answers keep up, and tells how long each took to its last byte. */
export async function askAtRate(wanted: Wanted, aSecond: number, times: number): Promise<Latency> {
  const began = performance.now();
  const answers = Array.from({ length: times }, async (_, index) => {
    const dueMs = began + (index * 1_000) / aSecond;
    await delay(Math.max(0, dueMs - performance.now()));
    const bytes = await ask(wanted);
    return { ms: performance.now() - dueMs, bytes };
  });
  const all = await Promise.all(answers);
  const inOrder = all.map(({ ms }) => ms).toSorted((left, right) => left - right);
  const share = (part: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * part))] ?? NaN;
  return { p50Ms: share(0.5), p95Ms: share(0.95), kilobytes: (all[0]?.bytes ?? 0) / 1024 };
}

/** How many pages a second come from askers who each ask again as soon as they are answered. */
export async function pagesASecond(wanted: Wanted, askers: number, forMs: number): Promise<number> {
  const until = performance.now() + forMs;
  const began = performance.now();
  let pages = 0;
  await Promise.all(
    Array.from({ length: askers }, async () => {
      while (performance.now() < until) {
        await ask(wanted);
        pages += 1;
      }
    }),
  );
  return (pages * 1_000) / (performance.now() - began);
}

/** Asks once, and answers how many bytes came. */
export async function ask({ url, headers, agent }: Wanted): Promise<number> {
  const [answer] = (await once(get(url, { headers, agent }), "response")) as [IncomingMessage];
  let bytes = 0;
  for await (const piece of answer) bytes += (piece as Buffer).length;
  if (answer.statusCode !== 200) throw new Error(`${new URL(url).pathname} answered ${String(answer.statusCode)}`);
  return bytes;
}
