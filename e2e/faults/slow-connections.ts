import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { WebAlone } from "#e2e/support/web-alone.ts";

const connections = 1_000;
const maximumPageMs = 500;
/** Fifteen seconds for headers, one until the front looks, and what it takes to write a third of a thousand pages first. */
const maximumHeadersMs = 25_000;

const requests = [
  (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\n`,
  (host: string) =>
    `POST /api/v1/reports HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n`,
  (host: string) => `GET /lists/distros HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
] as const;

/** Holds 1,000 connections that send headers or a body a byte a second, or read nothing, and answers what pages suffer. */
export async function holdSlowConnections(site: WebAlone): Promise<readonly string[]> {
  const { host, port } = new URL(site.origin);
  const web = await site.startWeb();
  const sockets = await Promise.all(
    Array.from({ length: connections }, (_, index) => slowConnection(Number(port), requestOf(index, host), index % 3)),
  );
  const began = performance.now();
  const trickling = setInterval(() => {
    for (const [index, socket] of sockets.entries()) if (index % 3 !== 2 && socket.writable) socket.write("x");
  }, 1_000);
  const isCutOff = () => sockets.filter((_, index) => index % 3 === 0).every(({ destroyed }) => destroyed);
  await visit(site.origin); // the first visit to a page loads it
  const pagesMs: number[] = [];
  while (!isCutOff() && performance.now() - began < 2 * maximumHeadersMs) {
    pagesMs.push(await visit(site.origin));
    await delay(100);
  }
  const cutOffMs = performance.now() - began;
  clearInterval(trickling);
  for (const socket of sockets) socket.destroy();
  const afterMs = await visit(site.origin);
  web.kill("SIGKILL");
  const p95Ms = pagesMs.toSorted((left, right) => left - right)[Math.floor(pagesMs.length * 0.95)] ?? Infinity;
  console.log(
    `  meanwhile ${String(pagesMs.length)} pages, p95 ${p95Ms.toFixed(0)} ms; afterwards ${afterMs.toFixed(0)} ms`,
  );
  console.log(`  slow headers were cut off within ${(cutOffMs / 1000).toFixed(1)} s`);
  return [
    ...(p95Ms > maximumPageMs ? [`a page took ${p95Ms.toFixed(0)} ms among slow connections`] : []),
    ...(cutOffMs > maximumHeadersMs ? [`slow headers were cut off after ${cutOffMs.toFixed(0)} ms`] : []),
  ];
}

function requestOf(index: number, host: string): string {
  return (requests[index % requests.length] ?? requests[0])(host);
}

/** Slow as a sender of headers, of a body, or as a reader. */
async function slowConnection(port: number, request: string, kind: number): Promise<Socket> {
  const socket = createConnection({ port, host: "127.0.0.1" });
  socket.on("error", () => undefined); // the site may close first: that is what is looked for
  await once(socket, "connect");
  if (kind === 2) socket.pause();
  else socket.resume();
  socket.write(request);
  return socket;
}

async function visit(origin: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${origin}/policy`);
  await answer.text();
  return answer.ok ? performance.now() - began : Infinity;
}
