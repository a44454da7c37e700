import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { inTurns } from "#e2e/support/in-turns.ts";
import { sendBody, zerosOf } from "#e2e/support/send-body.ts";
import type { WebAlone } from "#e2e/support/web-alone.ts";
import {
  isAcknowledged,
  isPutOff,
  newSubmissions,
  retryAll,
  submit,
  type Submission,
  type SubmissionAnswer,
} from "./submissions.ts";

/** A second's notice, and twenty for what is under way. */
const maximumEndMs = 22_000;

/** Asks the web process to end while reports are half sent: each is taken, the process ends, and the next one has them. */
export async function endWithRequestsInFlight(site: WebAlone): Promise<readonly string[]> {
  const web = await site.startWeb();
  const submissions = await newSubmissions(site.origin, 20);
  const halves = await Promise.all(submissions.map((each) => sendHalf(site.origin, each)));
  const began = performance.now();
  web.kill("SIGTERM");
  await delay(200);
  const answers = await Promise.all(halves.map((finish) => finish()));
  await web.ended;
  const endedMs = performance.now() - began;
  const next = await site.startWeb();
  const faults = await retryAll(site.origin, submissions, []);
  next.kill("SIGKILL");
  const taken = answers.filter((answer) => answer.startsWith("HTTP/1.1 201 ")).length;
  console.log(
    `  ${String(taken)} of ${String(answers.length)} half-sent reports taken; ended in ${endedMs.toFixed(0)} ms`,
  );
  return [
    ...faults,
    ...(taken < answers.length ? [`${String(answers.length - taken)} half-sent reports were dropped`] : []),
    ...(endedMs > maximumEndMs ? [`it ended only after ${endedMs.toFixed(0)} ms`] : []),
  ];
}

/** Sends a report but for its last bytes; what is returned sends these, and answers all that came back. */
async function sendHalf(origin: string, { contentType, body }: Submission): Promise<() => Promise<string>> {
  const { host, port } = new URL(origin);
  const number = Math.floor(Math.random() * 0xffffff);
  const from = `127.${String(200 + (number >> 20))}.${String((number >> 8) & 0xff)}.${String(1 + (number % 254))}`;
  const socket = connect({ port: Number(port), host: "127.0.0.1", localAddress: from });
  const received: Buffer[] = [];
  socket.on("data", (piece: Buffer) => received.push(piece)).on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await once(socket, "connect");
  const head = [
    "POST /api/v1/reports HTTP/1.1",
    `Host: ${host}`,
    `Origin: ${origin}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${String(body.length)}`,
  ].join("\r\n");
  const half = Math.floor(body.length / 2);
  await new Promise((resolve) =>
    socket.write(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body.subarray(0, half)]), resolve),
  );
  return async () => {
    socket.write(body.subarray(half));
    await closed;
    return Buffer.concat(received).toString();
  };
}

/** Stops the web process for five seconds as it works, as a stalled event loop does: all that was sent is answered. */
export async function stallWebProcess(site: WebAlone): Promise<readonly string[]> {
  const web = await site.startWeb();
  const submissions = await newSubmissions(site.origin, 30);
  const sending = inTurns(submissions, 10, (each) => submit(site.origin, each));
  await delay(500);
  web.kill("SIGSTOP");
  await delay(5_000);
  web.kill("SIGCONT");
  const answers = await sending;
  const faults = await retryAll(site.origin, submissions, answers);
  web.kill("SIGKILL");
  const taken = answers.filter(isAcknowledged).length;
  console.log(`  ${String(taken)} of ${String(answers.length)} reports taken at the first try`);
  return [...faults, ...wrongAmong(answers)];
}

/** Offers a web process of 256 MB twenty bodies of 39 MiB at once, twice. */
export async function fillMemory(site: WebAlone): Promise<readonly string[]> {
  const web = await site.startWeb(["--max-old-space-size=256"]);
  const statuses = new Map<string, number>();
  const faults: string[] = [];
  for (let bodies = 0; bodies < 40; bodies += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => sendLarge(site.origin, bodies + index)));
    for (const { status } of answers) statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
    faults.push(
      ...answers
        .filter(({ status, retryAfter }) => status !== 400 && !isPutOff({ status, retryAfter }))
        .map(({ status }) => `a large body: ${String(status)}`),
    );
  }
  const isAlive = await Promise.race([web.ended.then(() => false), delay(100, true)]);
  if (!isAlive) return ["the web process ended for want of memory"];
  const submissions = await newSubmissions(site.origin, 10);
  const answers = await inTurns(submissions, 2, (each) => submit(site.origin, each));
  const peak = peakMemory(web.pid);
  web.kill("SIGKILL");
  console.log(`  at most ${peak} in memory`);
  console.log(`  answers to large bodies: ${[...statuses].map((each) => each.join(" × ")).join(", ")}`);
  return [...faults, ...wrongAmong(answers)];
}

function sendLarge(origin: string, number: number) {
  const beginning = Buffer.from('--b\r\nContent-Disposition: form-data; name="report"; filename="a"\r\n\r\n');
  const end = Buffer.from("\r\n--b--\r\n");
  return sendBody(`${origin}/api/v1/reports`, {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=b" },
    body: [beginning, ...zerosOf(39 * 2 ** 20), end],
    from: `127.90.0.${String(number + 1)}`,
  });
}

/** As Linux tells it; other systems do not. */
function peakMemory(pid: number): string {
  if (process.platform !== "linux") return "what nobody tells";
  return /^VmHWM:\s*(.*)$/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1] ?? "";
}

function wrongAmong(answers: readonly SubmissionAnswer[]): readonly string[] {
  return answers
    .filter((answer) => !isAcknowledged(answer) && !isPutOff(answer))
    .map(({ status }) => `a report was answered ${String(status)}`);
}
