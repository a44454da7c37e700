import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { origin, startFront, type FrontUnderTest } from "./_front-under-test.ts";
import { requestText } from "./_raw-request.ts";
import { maximumHeaders } from "./limits.ts";

let front: FrontUnderTest;

beforeAll(async () => {
  front = await startFront();
});

afterAll(() => {
  front.close();
});

describe("what is sent to a server action", () => {
  const action = { "next-action": "60abc" };

  const contentType = "multipart/form-data; boundary=b";
  const sound = '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n[null]\r\n--b--\r\n';
  const sendForm = (target: string, body: string, headers: Readonly<Record<string, string>> = {}) => {
    const length = String(body.length);
    return front.send(
      "POST",
      target,
      { origin, "content-type": contentType, "content-length": length, ...headers },
      body,
    );
  };

  test("is a form, as pages send it, and arrives whole", async () => {
    const answer = await sendForm("/coordination", sound, action);
    expect(answer.status).toBe(200);
    expect(answer.body).toBe(`read ${String(sound.length)}`);
  });

  test.each([
    { by: "a page's script", headers: action },
    { by: "a page without script", headers: {} },
  ])(
    "is refused where it arrives damaged, as $by would send it, before anything is done with it",
    async ({ headers }) => {
      front.seen.bodyBytes = -1;
      for (const body of ["", "nonsense", sound.slice(0, -6)]) {
        const answer = await sendForm("/coordination", body, headers);
        expect(answer.status).toBe(400);
        expect(answer.body).toMatch(/^The form arrived damaged/);
      }
      expect(front.seen.bodyBytes).toBe(-1);
    },
  );

  test("is the API's own matter there", async () => {
    expect((await sendForm("/api/v1/reports", "nonsense")).status).toBe(200);
  });

  test.each([null, "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "application/json"])(
    "is refused as %j",
    async (type) => {
      const answer = await front.post("/coordination", { ...action, "content-type": type });
      expect(answer.status).toBe(415);
    },
  );
});

describe("headers that come in", () => {
  const fill = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`x-${String(n)}`, "1"]));

  test("a hundred of them are served and one more is refused", async () => {
    expect((await front.send("GET", "/", fill(maximumHeaders - 2))).status).toBe(200);
    expect((await front.send("GET", "/", fill(maximumHeaders - 1))).status).toBe(431);
  });

  test("more than 16 KiB of them are refused", async () => {
    expect((await front.send("GET", "/", { "x-long": "a".repeat(15_000) })).status).toBe(200);
    expect((await front.send("GET", "/", { "x-long": "a".repeat(17_000) })).status).toBe(431);
  });

  test("a cookie that says where to lead people is taken away, and no other", async () => {
    const callback = "__Host-fortnight-callback=javascript:a";
    await front.send("GET", "/", { cookie: `a=b; ${callback}; c=d` });
    expect(front.seen.headers.cookie).toBe("a=b; c=d");
    await front.send("GET", "/", { cookie: callback });
    expect(front.seen.headers.cookie).toBeUndefined();
  });

  test("what only a proxy, Next or the front may say is taken away", async () => {
    await front.send("GET", "/", {
      "x-middleware-subrequest": "middleware:middleware",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "203.0.113.9",
      forwarded: "for=203.0.113.9",
      "x-real-ip": "203.0.113.9",
      "x-fortnight-client-address": "203.0.113.9",
      "x-fortnight-nonce": "guessed",
      "content-security-policy": "script-src 'nonce-guessed'",
      "x-http-method-override": "DELETE",
    });
    expect(JSON.stringify(front.seen.headers)).not.toMatch(/203\.0\.113\.9|evil|guessed|middleware|override/);
    expect(front.seen.headers["x-fortnight-client-address"]).toBe("127.0.0.1");
    expect(front.seen.headers["x-forwarded-proto"]).toBe("http");
  });
});

describe("headers that go out", () => {
  test("each answer has a nonce of its own, the one that Next is told", async () => {
    const nonceOf = (head: string) => /'nonce-([A-Za-z0-9+/=]{24})'/.exec(head)?.[1];
    const first = nonceOf((await front.send("GET", "/")).head);
    expect(front.seen.headers["x-fortnight-nonce"]).toBe(first);
    expect(front.seen.headers["content-security-policy"]).toContain(`'nonce-${first ?? ""}'`);
    expect(nonceOf((await front.send("GET", "/")).head)).not.toBe(first);
  });

  test.each(["/", "/api/v1/duties", "/_next/static/a.js", "//refused"])(
    "the answer to %s carries the security headers",
    async (target) => {
      const { head } = await front.send("GET", target);
      for (const name of ["content-security-policy", "cross-origin-opener-policy", "permissions-policy"]) {
        expect(head).toContain(`\r\n${name}: `);
      }
      expect(head).toContain("\r\nx-content-type-options: nosniff\r\n");
      expect(head).toContain("\r\nreferrer-policy: same-origin\r\n");
      expect(head).not.toMatch(/unsafe-inline|unsafe-eval|x-powered-by|strict-transport/i);
    },
  );

  test("an address that is a way in by itself stands in no Referer, and shows nothing", async () => {
    const { head } = await front.send("GET", `/calendar/${"a".repeat(43)}.ics`);
    expect(head).toContain("\r\nreferrer-policy: no-referrer\r\n");
    expect(head).toMatch(/\r\ncontent-security-policy: default-src 'none'/);
    expect(head).toMatch(/\r\ncache-control: private, no-store\r\n/i);
  });

  test.each(["/", "/kept", "/api/v1/duties"])("no cache keeps %s", async (target) => {
    expect((await front.send("GET", target)).head).toMatch(/\r\ncache-control: private, no-store\r\n/i);
  });

  test("caches keep what is public as the route says", async () => {
    expect((await front.send("GET", "/icon.svg")).head).toMatch(/\r\ncache-control: public, max-age=60\r\n/i);
    expect((await front.send("TRACE", "/icon.svg")).head).toMatch(/\r\ncache-control: private, no-store\r\n/i);
  });
});

test("a client that is slow to say what it wants is cut off after 15 seconds", () => {
  expect(front.server.headersTimeout).toBe(15_000);
  expect(front.server.requestTimeout).toBe(120_000);
});

describe("a route that fails", () => {
  test("because the database was lost on the way says when to try again, and nothing else", async () => {
    const answer = await front.send("GET", "/lost");
    expect(answer.status).toBe(503);
    expect(answer.head).toContain("\r\nretry-after: 5\r\n");
    expect(answer.head).toContain("\r\ncontent-type: text/plain; charset=utf-8\r\n");
    expect(answer.body).not.toContain("broken");
    expect((await front.post("/lost")).status).toBe(503);
  });

  test("because the database's disk is full says that, and when to try again", async () => {
    const answer = await front.post("/api/v1/full");
    expect(answer.status).toBe(503);
    expect(answer.head).toContain("\r\nretry-after: 30\r\n");
    expect(JSON.parse(answer.body)).toMatchObject({ status: 503, code: "NO_ROOM" });
  });

  test("for another reason says that it is broken", async () => {
    const answer = await front.send("GET", "/broken");
    expect(answer.status).toBe(500);
    expect(answer.body).toContain("Something is broken.");
  });
});

test("a form whose sender goes away on the way is nobody's matter", async () => {
  const head = requestText("POST", "/duties", {
    origin,
    "content-type": "multipart/form-data; boundary=b",
    "content-length": "100",
  });
  const socket = createConnection(front.port, "127.0.0.1", () => socket.write(head));
  const [request] = (await once(front.server, "request")) as [IncomingMessage];
  socket.destroy();
  await new Promise((resolve) => request.once("close", resolve));
  expect((await front.send("GET", "/")).status).toBe(200);
});

test("what a route lays over its answer's writing, such as compression, stays there", async () => {
  expect((await front.send("GET", "/changed")).body).toBe("READ 0");
});

describe("readiness", () => {
  test("is told under any name of the host, and is not a page", async () => {
    front.readiness.isReady = true;
    expect((await front.send("GET", "/healthz", { host: "10.0.0.7:3000" })).status).toBe(200);
    front.readiness.isReady = false;
    expect((await front.send("GET", "/healthz")).status).toBe(503);
    front.readiness.isReady = true;
  });

  test("a page that brings itself up to date waits until the database is back, instead of being replaced", async () => {
    front.readiness.isReady = false;
    const answer = front.send("GET", "/reports", { rsc: "1" });
    expect((await front.send("GET", "/reports")).status).toBe(503);
    front.readiness.isReady = true;
    expect((await answer).status).toBe(200);
  });

  test("without its database a page says when to try again, and files are served", async () => {
    front.readiness.isReady = false;
    const answer = await front.send("GET", "/lists");
    expect(answer.status).toBe(503);
    expect(answer.head).toContain("\r\nretry-after: 5\r\n");
    expect((await front.send("GET", "/_next/static/a.js")).status).toBe(200);
    front.readiness.isReady = true;
  });
});
