import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { origin, startFront, type FrontUnderTest } from "./_front-under-test.ts";
import { requestText } from "./_raw-request.ts";
import { drain } from "./drain.ts";

const noticeMs = 100;
const drainMs = 500;

let front: FrontUnderTest;

beforeEach(async () => {
  front = await startFront();
});

afterEach(() => {
  front.close();
});

/** A connection that is kept for the next request, on which bytes are sent as they are. */
async function openConnection(bytes: string) {
  const socket = createConnection(front.port, "127.0.0.1");
  const received: Buffer[] = [];
  socket.on("data", (piece: Buffer) => received.push(piece));
  const closed = once(socket, "close").then(() => Buffer.concat(received).toString());
  await once(socket, "connect");
  socket.write(bytes);
  return { socket, closed };
}

function report(body: string): string {
  return requestText("POST", "/report", { origin, connection: "keep-alive", "content-length": "10" }, body);
}

function endProcess(): Promise<void> {
  front.readiness.isEnding = true;
  return drain([front.server], noticeMs, drainMs);
}

async function isSeen(socket: Socket): Promise<void> {
  front.server.once("request", () => socket.emit("seen"));
  await once(socket, "seen");
}

test("a body that is half sent as the process is asked to end is taken, and its connection ends with the answer", async () => {
  const { socket, closed } = await openConnection(report("12345"));
  await isSeen(socket);
  const ended = endProcess();
  socket.write("67890");
  const answer = await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).toContain("read 10");
  await ended;
});

test("what comes while load balancers have not yet heard is taken too, and they are told", async () => {
  const ended = endProcess();
  expect((await front.send("GET", "/healthz")).status).toBe(503);
  const { closed } = await openConnection(report("1234567890"));
  expect(await closed).toMatch(/^HTTP\/1\.1 200 [^]*\r\nconnection: close\r\n/i);
  await ended;
});

test("a connection that waits for its next request does not hold up the end", async () => {
  const { closed } = await openConnection(requestText("GET", "/", { connection: "keep-alive" }));
  const began = performance.now();
  await endProcess();
  expect(performance.now() - began).toBeLessThan(noticeMs + drainMs);
  expect(await closed).toMatch(/^HTTP\/1\.1 200 /);
});

test("a body that does not come to an end is cut off", async () => {
  const { socket, closed } = await openConnection(report("12345"));
  await isSeen(socket);
  await endProcess();
  expect(await closed).toBe("");
});

test("after it nobody is let in", async () => {
  await endProcess();
  await expect(front.send("GET", "/")).rejects.toThrow("ECONNREFUSED");
});
