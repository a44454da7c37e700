import { once } from "node:events";
import { createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { origin, startFront, type FrontUnderTest } from "./_front-under-test.ts";
import { requestText, sendRaw } from "./_raw-request.ts";
import { bodyLimitBytes } from "./limits.ts";

let front: FrontUnderTest;

beforeAll(async () => {
  front = await startFront();
});

afterAll(() => {
  front.close();
});

describe("the body", () => {
  const limits = [
    { target: "/report", bytes: 1024 * 1024 },
    { target: "/api/v1/reports/0b1c/card", bytes: 1024 * 1024 },
    { target: "/api/v1/reports/0b1c/messages", bytes: 40 * 1024 * 1024 },
    { target: "/api/v1/duties", bytes: 1024 * 1024 },
    { target: "/api/auth/callback", bytes: 64 * 1024 },
    { target: "/api/v1/reports", bytes: 40 * 1024 * 1024 },
  ];

  function* pieces(bytes: number): Generator<Buffer> {
    const piece = Buffer.alloc(65_536, "a");
    for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
  }
  function* chunks(bytes: number): Generator<Buffer> {
    for (const piece of pieces(bytes))
      yield Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, crlf]);
    yield Buffer.from("0\r\n\r\n");
  }
  const crlf = Buffer.from("\r\n");
  const withLength = (target: string, bytes: number) =>
    sendRaw(front.port, requestText("POST", target, { origin, "content-length": String(bytes) }), () => pieces(bytes));
  const inChunks = (target: string, bytes: number) =>
    sendRaw(front.port, requestText("POST", target, { origin, "transfer-encoding": "chunked" }), () => chunks(bytes));

  test.each(limits)("$bytes bytes are read at $target", async ({ target, bytes }) => {
    expect((await withLength(target, bytes)).body).toContain(`read ${String(bytes)}`);
    expect((await inChunks(target, bytes)).body).toContain(`read ${String(bytes)}`);
  });

  test.each(limits)("one byte more than $bytes is refused at $target", async ({ target, bytes }) => {
    expect((await withLength(target, bytes + 1)).status).toBe(413);
    expect((await inChunks(target, bytes + 1)).status).toBe(413);
  });

  test("a body said to be too large is refused before any of it is read", async () => {
    front.seen.bodyBytes = -1;
    const text = requestText("POST", "/report", { origin, "content-length": "1073741824" });
    expect((await sendRaw(front.port, text)).status).toBe(413);
    expect(front.seen.bodyBytes).toBe(-1);
  });

  test("a body without end is refused near its limit, and cut off", async () => {
    let sentBytes = 0;
    const text = requestText("POST", "/report", { origin, "transfer-encoding": "chunked" });
    const answer = await sendRaw(front.port, text, function* () {
      for (const chunk of chunks(64 * 1024 * 1024)) {
        sentBytes += chunk.length;
        yield chunk;
      }
    });
    expect(answer.status).toBe(413);
    expect(front.seen.bodyBytes).toBeLessThanOrEqual(bodyLimitBytes("POST", "/report"));
    expect(sentBytes).toBeLessThan(16 * 1024 * 1024); // what the sockets' buffers hold is counted too
  });

  test("a client that sends all at once, and far too much, still gets to read why it is refused", async () => {
    const all = Buffer.alloc(24 * 1024 * 1024, "a");
    const chunk = Buffer.concat([Buffer.from(`${all.length.toString(16)}\r\n`), all, crlf]);
    for (const headers of [{ "content-length": String(all.length) }, { "transfer-encoding": "chunked" }]) {
      const text = requestText("POST", "/report", { origin, ...headers });
      const answer = await sendRaw(front.port, text, () => ["transfer-encoding" in headers ? chunk : all]);
      expect(answer.status).toBe(413);
    }
  });

  test("a route that answers without the body, or too late, does not keep its client from an answer", async () => {
    for (const target of ["/early", "/late"]) {
      const text = requestText("POST", target, { origin, connection: "keep-alive", "transfer-encoding": "chunked" });
      const answer = await sendRaw(front.port, text, () => chunks(24 * 1024 * 1024));
      expect(answer.status).toBe(target === "/early" ? 200 : 413);
    }
  });

  test("of large bodies a few are taken at once, the next is told to come again, and small ones always have room", async () => {
    const target = "/api/v1/reports";
    const bytes = bodyLimitBytes("POST", target);
    const soon = { timeout: 10_000 };
    const large = requestText("POST", target, { origin, "content-length": String(bytes) });
    const sockets = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const socket = createConnection(front.port, "127.0.0.1");
        await once(socket, "connect");
        socket.write(large);
        return socket;
      }),
    );
    const refused = async () => (await sendRaw(front.port, large)).status;
    await expect.poll(refused, soon).toBe(503);
    const answer = await sendRaw(front.port, large);
    expect(answer.head).toContain("\r\nretry-after: 5\r\n");
    expect(JSON.parse(answer.body)).toMatchObject({ code: "TOO_BUSY" });
    expect((await front.post(target)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await expect.poll(async () => (await withLength(target, bytes)).status, soon).toBe(200);
  });

  test("a client that asks first is told to go on, or not", async () => {
    const asking = { origin, expect: "100-continue" };
    const yes = await sendRaw(front.port, requestText("POST", "/report", { ...asking, "content-length": "2" }, "ab"));
    expect(yes.status).toBe(100);
    expect(yes.body).toContain("read 2");
    const no = await sendRaw(front.port, requestText("POST", "/report", { ...asking, "content-length": "1048577" }));
    expect(no.status).toBe(413);
  });

  test("reading a page brings no body", async () => {
    expect((await front.send("GET", "/", { "content-length": "0" })).status).toBe(200);
    expect((await front.send("GET", "/", { "content-length": "1" }, "a")).status).toBe(413);
    expect((await front.send("GET", "/", { "transfer-encoding": "chunked" }, "0\r\n\r\n")).status).toBe(413);
  });

  test.each([
    { "content-length": "5", "transfer-encoding": "chunked" },
    { "content-length": "5", "Content-Length": "6" },
    { "content-length": "-1" },
    { "transfer-encoding": "chunked, identity" },
  ])("a body whose length is in doubt is refused: %j", async (headers) => {
    const answer = await front.send(
      "POST",
      "/report",
      { origin, ...headers },
      "0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n",
    );
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain("HTTP/1.1 200");
  });
});
