import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { origin, startFront, type FrontUnderTest } from "./_front-under-test.ts";
import { sendRaw } from "./_raw-request.ts";
import { maximumHeaders } from "./limits.ts";

let front: FrontUnderTest;

beforeAll(async () => {
  front = await startFront();
});

afterAll(() => {
  front.close();
});

describe("the request line", () => {
  test.each(["GET", "HEAD", "POST"])("%s is a method of pages", async (method) => {
    expect((await front.send(method, "/", { origin })).status).toBe(200);
  });

  test.each(["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND"])("%s is none of pages", async (method) => {
    const answer = await front.send(method, "/", { origin });
    expect(answer.status).toBe(405);
    expect(answer.head).toMatch(/\r\nallow: GET, HEAD, POST\r\n/);
  });

  test.each(["PUT", "PATCH", "DELETE"])("%s is a method of the API", async (method) => {
    expect((await front.send(method, "/api/v1/duties", { origin })).status).toBe(200);
  });

  test.each(["TRACE", "OPTIONS"])("%s is none of the API", async (method) => {
    const answer = await front.send(method, "/api/v1/duties", { origin });
    expect(answer.status).toBe(405);
    expect(answer.head).toMatch(/\r\nallow: GET, HEAD, POST, PUT, PATCH, DELETE\r\n/);
  });

  test("CONNECT opens no tunnel", async () => {
    expect((await front.send("CONNECT", "example.org:443")).status).toBe(405);
  });

  test.each([
    "http://localhost:3000/",
    "http://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/a//b",
    "/a/../b",
    "/a/%2e%2e/b",
    "/a%5cb",
    "/a%00b",
    "/a%0d%0ab",
    "/a%zz",
    "/a%ff",
    "/a#b",
    `/${"a".repeat(8_192)}`,
  ])("the target %s is refused", async (target) => {
    expect((await front.send("GET", target)).status).toBe(400);
  });

  test.each(["/", "/a/b?c=d//e", "/a%20b", "/%C3%A9", "/..a", `/${"a".repeat(8_191)}`])(
    "the target %s is served",
    async (target) => {
      expect((await front.send("GET", target)).status).toBe(200);
    },
  );

  test.each([
    "GET / HTTP/1.1\r\nGET / HTTP/1.1\r\n\r\n",
    "GET /a b HTTP/1.1\r\n\r\n",
    "nonsense\r\n\r\n",
    "GET /\r\n\r\n",
  ])("%j is no request", async (text) => {
    expect((await sendRaw(front.port, text)).status).toBe(400);
  });

  test("the image optimizer is not there", async () => {
    expect((await front.send("GET", "/_next/image?url=%2Ficon.svg&w=64&q=75")).status).toBe(404);
  });
});

describe("the host", () => {
  test.each(["localhost:3000", "LOCALHOST:3000"])("%s is this site", async (host) => {
    expect((await front.send("GET", "/", { host })).status).toBe(200);
  });

  test.each(["localhost", "localhost:3001", "evil.example", "localhost:3000.evil.example"])(
    "%s is another",
    async (host) => {
      expect((await front.send("GET", "/", { host })).status).toBe(421);
    },
  );

  test.each([null, "", "a b", "evil.example/@localhost:3000"])("%j is none", async (host) => {
    expect((await front.send("GET", "/", { host })).status).toBe(400);
  });

  test("two of them are one too many", async () => {
    expect((await front.send("GET", "/", { Host: "localhost:3000" })).status).toBe(400);
  });

  test("a reader who typed the machine's number is led to the site's address", async () => {
    const answer = await front.send("GET", "/policy?a=b", { host: "127.0.0.1:3000" });
    expect(answer.status).toBe(307);
    expect(answer.head).toContain(`\r\nlocation: ${origin}/policy?a=b\r\n`);
    expect((await front.post("/policy", { host: "127.0.0.1:3000" })).status).toBe(421);
  });
});

describe("what is sent to a server action", () => {
  const action = { "next-action": "60abc" };

  test("is a form, as pages send it", async () => {
    const form = { ...action, "content-type": "multipart/form-data; boundary=b" };
    expect((await front.post("/coordination", form)).status).toBe(200);
  });

  test.each([null, "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "application/json"])(
    "is refused as %j",
    async (type) => {
      const answer = await front.post("/coordination", { ...action, "content-type": type });
      expect(answer.status).toBe(415);
    },
  );
});

describe("where a request comes from", () => {
  test.each([
    { from: "a page of this site", headers: { origin, "sec-fetch-site": "same-origin" } },
    { from: "a page of this site, told by its origin alone", headers: { origin } },
    {
      from: "a page of this site, told by the relation alone",
      headers: { origin: null, "sec-fetch-site": "same-origin" },
    },
    { from: "the reader's own hand", headers: { origin: null, "sec-fetch-site": "none" } },
  ])("$from may post", async ({ headers }) => {
    expect((await front.post("/report", headers)).status).toBe(200);
  });

  test.each([
    { from: "another site", headers: { origin: "https://evil.example" } },
    { from: "an opaque origin", headers: { origin: "null" } },
    { from: "another port", headers: { origin: "http://localhost:3001" } },
    { from: "another scheme", headers: { origin: "https://localhost:3000" } },
    { from: "a site below", headers: { origin: "http://a.localhost:3000" } },
    { from: "another site, without an origin", headers: { origin: null, "sec-fetch-site": "cross-site" } },
    { from: "a neighbour, without an origin", headers: { origin: null, "sec-fetch-site": "same-site" } },
    { from: "another site that names our origin", headers: { origin, "sec-fetch-site": "cross-site" } },
    { from: "nowhere", headers: { origin: null } },
  ])("$from may not post", async ({ headers }) => {
    expect((await front.post("/report", headers)).status).toBe(403);
    expect((await front.post("/api/auth/signout", headers)).status).toBe(403);
  });

  test("a program may post to the API, without a cookie, and another site may not", async () => {
    expect((await front.post("/api/v1/reports", { origin: null })).status).toBe(200);
    expect((await front.post("/api/v1/reports", { origin: null, cookie: "a=b" })).status).toBe(403);
    const answer = await front.post("/api/v1/reports", { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
    expect(answer.head).toContain("content-type: application/problem+json");
    expect(JSON.parse(answer.body)).toMatchObject({ status: 403, code: "CROSS_SITE" });
  });

  test("anybody may follow a link to a page", async () => {
    expect((await front.send("GET", "/", { "sec-fetch-site": "cross-site" })).status).toBe(200);
  });
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

  test("for another reason says that it is broken", async () => {
    const answer = await front.send("GET", "/broken");
    expect(answer.status).toBe(500);
    expect(answer.body).toContain("Something is broken.");
  });
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

  test("without its database a page says when to try again, and files are served", async () => {
    front.readiness.isReady = false;
    const answer = await front.send("GET", "/lists");
    expect(answer.status).toBe(503);
    expect(answer.head).toContain("\r\nretry-after: 5\r\n");
    expect((await front.send("GET", "/_next/static/a.js")).status).toBe(200);
    front.readiness.isReady = true;
  });
});
