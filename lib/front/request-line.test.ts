import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { origin, startFront, type FrontUnderTest } from "./_front-under-test.ts";
import { sendRaw } from "./_raw-request.ts";

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

  test.each([
    { target: "/api/auth/session?callbackUrl=javascript:a", seen: "/api/auth/session" },
    { target: "/api/auth/session?a=b&callbackUrl=//evil.example?c", seen: "/api/auth/session?a=b" },
    { target: "/api/auth/session?a=b", seen: "/api/auth/session?a=b" },
    { target: "/api/auth/session", seen: "/api/auth/session" },
    { target: "/reports?callbackUrl=a", seen: "/reports?callbackUrl=a" },
  ])("$target reaches its route as $seen", async ({ target, seen }) => {
    await front.send("GET", target);
    expect(front.seen.url).toBe(seen);
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
