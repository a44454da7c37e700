import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { apiRequest, freshAddress } from "#e2e/support/api-request.ts";
import { openBrowser, signedInBrowser, type RouteBrowser } from "#e2e/support/browser-of-routes.ts";
import { readCalendar } from "#e2e/support/calendar.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt } from "#e2e/support/small-house.ts";
import { twoReports, type TwoReports } from "#e2e/support/two-reports.ts";
import { wholeDatabase } from "#e2e/support/whole-database.ts";
import { DELETE as revoke, POST as make } from "#app/api/v1/calendar/route.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { findIssue } from "#lib/data/issues.ts";
import { calendarAddressSchema } from "#lib/schema/calendar-address.ts";
import { takeStep } from "#lib/workflow/take-step.ts";
import { removeMember } from "#lib/workflow/enrol.ts";
import { GET as getCalendar } from "./route.ts";

const now = addDays(houseFurnishedAt, 2);
let stage: TwoReports;
let flora: RouteBrowser;
let dora: RouteBrowser;

beforeAll(async () => {
  await freshDatabase();
  stage = await twoReports();
  vi.useFakeTimers({ toFake: ["Date"], now }); // the routes read the clock
  flora = await signedInBrowser(stage.house.vault, stage.house.flora);
  dora = await signedInBrowser(stage.house.vault, stage.house.dora);
});

afterAll(() => {
  vi.useRealTimers();
});

async function addressOf(browser: RouteBrowser): Promise<string> {
  const response = await browser.send(apiRequest("/", { method: "POST" }), () => make());
  expect(response.status).toBe(201);
  const { address } = calendarAddressSchema.parse(await response.json());
  return new URL(address).pathname;
}

/** As a calendar program asks, which has no cookie. */
function fetchFrom(path: string, address = freshAddress()): Promise<Response> {
  const file = path.slice("/calendar/".length);
  return getCalendar(apiRequest(path, { address }), { params: Promise.resolve({ file }) });
}

async function titlesAt(path: string): Promise<readonly string[]> {
  return readCalendar(await (await fetchFrom(path)).text()).map(({ title }) => title);
}

describe("a calendar address", () => {
  test("gives what is owed for the member's own reports", async () => {
    const titles = await titlesAt(await addressOf(flora));
    const owed = ["acknowledgement", "progress", "disclosure", "posting"].map((noun) => `FN-2026-0001: ${noun}`);
    expect(titles).toEqual(expect.arrayContaining(owed));
    expect(titles.every((title) => title.startsWith("FN-2026-0001: "))).toBe(true);
    expect((await titlesAt(await addressOf(dora))).some((title) => title.startsWith("FN-2026-0002: "))).toBe(true);
  });

  test("keeps an event's id through a change, counts the change, and leaves out what is closed", async () => {
    const path = await addressOf(flora);
    const { actor } = stage.first;
    const before = await (await fetchFrom(path)).text();
    const { revision } = expectOk(await findIssue(stage.house.flora.actor, actor.reportId, 1));
    const withdraw = { kind: "withdraw", issue: 1, revision } as const;
    expectOk(await takeStep(actor, actor.reportId, withdraw, now));
    const after = await (await fetchFrom(path)).text();
    const posting = (text: string) => readCalendar(text).find(({ title }) => title.endsWith(": posting"));
    expect(posting(after)?.id).toBe(posting(before)?.id);
    expect(posting(after)?.startsAt).toEqual(now);
    expect(/SEQUENCE:(\d+)/.exec(before)?.[1]).toBe("0");
    expect(after).toMatch(/SEQUENCE:[1-9]/);
    expect(readCalendar(after).some(({ title }) => title.endsWith(": disclosure"))).toBe(false);
  });

  test("that was replaced, revoked, or is none looks the same", async () => {
    const first = await addressOf(flora);
    const second = await addressOf(flora);
    expect((await flora.send(apiRequest("/", { method: "DELETE" }), () => revoke())).status).toBe(204);
    expect((await flora.send(apiRequest("/", { method: "DELETE" }), () => revoke())).status).toBe(404);
    const answers = await Promise.all(
      [first, second, `/calendar/${"A".repeat(43)}.ics`, "/calendar/x.ics", "/calendar/none", "/calendar/.ics"].map(
        async (path) => {
          const response = await fetchFrom(path);
          return `${String(response.status)} ${JSON.stringify([...response.headers])} ${await response.text()}`;
        },
      ),
    );
    expect(answers[0]).toMatch(/^404 /);
    expect(new Set(answers).size).toBe(1);
  });

  test("is made for members alone, and its secret is kept nowhere", async () => {
    expect((await openBrowser().send(apiRequest("/", { method: "POST" }), () => make())).status).toBe(404);
    const secret = /[\w-]{43}/.exec(await addressOf(dora))?.[0] ?? "";
    expect(secret).toHaveLength(43);
    expect(await wholeDatabase()).not.toContain(secret);
  });

  test("cannot be guessed at speed, and guessing keeps nobody out who knows it", async () => {
    const path = await addressOf(dora);
    const address = freshAddress();
    const statuses: number[] = [];
    for (let guess = 0; guess < 21; guess += 1)
      statuses.push((await fetchFrom(`/calendar/${"B".repeat(43)}.ics`, address)).status);
    expect(statuses.slice(0, 20).every((status) => status === 404)).toBe(true);
    const limited = await fetchFrom(`/calendar/${"B".repeat(43)}.ics`, address);
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetchFrom(path, address)).status).toBe(200);
  });

  test("is refused when its program asks without pause", async () => {
    const path = await addressOf(dora);
    const statuses: number[] = [];
    for (let time = 0; time < 62; time += 1) statuses.push((await fetchFrom(path)).status);
    expect(statuses).toContain(429);
  });

  test("ends with its member", async () => {
    const path = await addressOf(flora);
    expectOk(await removeMember(stage.house.ada.actor, stage.house.flora.actor.memberId, now));
    expect((await fetchFrom(path)).status).toBe(404);
  });
});
