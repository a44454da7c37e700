import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256, utf8 } from "#lib/base/bytes.ts";
import { jsonBody, requestDone } from "./request.ts";
import { leadingZeroBits } from "./work.ts";

const bits = 9;
let server: Server;
let origin: string;
let bodies: string[];
/** What it takes to be let through. */
let isEnough: (request: IncomingMessage) => Promise<boolean>;

/** A portal that asks for some computing first. */
beforeEach(async () => {
  bodies = [];
  isEnough = async ({ headers }) => {
    const solution = String(headers["fortnight-work"]);
    return solution.startsWith("puzzle:") && leadingZeroBits(await sha256(utf8(solution))) >= bits;
  };
  server = createServer((request, response) => {
    void text(request).then(async (body) => {
      bodies.push(body);
      const isTaken = await isEnough(request);
      response.writeHead(isTaken ? 204 : 429, { "content-type": "application/problem+json" });
      const refusal = { type: "about:blank", title: "Busy.", status: 429, detail: "Compute.", code: "WORK_REQUIRED" };
      response.end(isTaken ? "" : JSON.stringify({ ...refusal, work: { puzzle: "puzzle", bits } }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const put = () => requestDone(`${origin}/`, jsonBody("PUT", { address: null }));

describe("a request that the portal asks some computing for", () => {
  test("is sent again with it, the same in all else", async () => {
    expect(await put()).toEqual({ ok: true, value: null });
    expect(bodies).toEqual(['{"address":null}', '{"address":null}']);
  });

  test("is refused where that was not enough, and not sent a third time", async () => {
    isEnough = () => Promise.resolve(false);
    expect(await put()).toMatchObject({ ok: false, problem: { code: "WORK_REQUIRED" } });
    expect(bodies).toHaveLength(2);
  });
});
