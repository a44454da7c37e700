import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { apiRequest, jsonRequest, problemOf } from "#e2e/support/api-request.ts";
import { openBrowser, signedInBrowser, type RouteBrowser } from "#e2e/support/browser-of-routes.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { addDays, addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { findIssue } from "#lib/data/issues.ts";
import { clauseHref } from "#lib/policy/clause.ts";
import { acceptReport } from "#lib/workflow/accept-report.ts";
import { POST as postOfReporter } from "./receipt/steps/route.ts";
import { POST as postOfMember } from "./reports/[id]/steps/route.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let report: SmallReport;
let dora: RouteBrowser;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  vi.useFakeTimers({ toFake: ["Date"], now: addHours(at, 1) }); // the routes read the clock
  dora = await signedInBrowser(house.vault, house.dora);
});

beforeEach(async () => {
  report = await smallReport(house, { at });
  expect(await acceptReport(report.actor, report.upload, at)).toMatchObject({ ok: true });
});

afterAll(() => {
  vi.useRealTimers();
});

const propose = (days: number) => ({
  kind: "propose",
  issue: 1,
  revision: 0,
  disclosureAt: addDays(at, days).toISOString(),
  reason: "fix-needs-time",
});

type Send = (body: string) => Promise<Response>;

const byMember: Send = (body) =>
  dora.send(apiRequest("/", { method: "POST", body, headers: { "content-type": "application/json" } }), (asked) =>
    postOfMember(asked, { params: Promise.resolve({ id: report.actor.reportId }) }),
  );

const byReporter: Send = (body) => {
  const authorization = `Receipt ${report.receipt.lookupId}.${report.receipt.authenticator}`;
  return postOfReporter(
    apiRequest("/", { method: "POST", body, headers: { authorization, "content-type": "application/json" } }),
  );
};

const doors: readonly (readonly [who: string, send: Send])[] = [
  ["a member", byMember],
  ["the reporter", byReporter],
];

describe.each(doors)("a step by %s", (_, send) => {
  test("is taken: 204, and nothing is said beside", async () => {
    const response = await send(JSON.stringify(propose(8)));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(expectOk(await findIssue(report.actor, report.actor.reportId, 1)).embargoState).toBe("revise");
  });

  test.each([
    { what: "no JSON", body: "{" },
    { what: "no step", body: "null" },
    { what: "a kind that there is not", body: JSON.stringify({ ...propose(8), kind: "approve" }) },
    { what: "something that is missing", body: JSON.stringify({ kind: "propose", issue: 1, revision: 0 }) },
    { what: "something beside", body: JSON.stringify({ ...propose(8), by: "policy" }) },
    { what: "a date that is none", body: JSON.stringify({ ...propose(8), disclosureAt: "tomorrow" }) },
    { what: "a reason of their own", body: JSON.stringify({ ...propose(8), reason: "carried-over" }) },
    {
      what: "evidence on two lines",
      body: JSON.stringify({
        kind: "record-fact",
        issue: 1,
        revision: 0,
        fact: "public",
        occurredAt: at.toISOString(),
        evidence: "one\ntwo",
      }),
    },
    {
      what: "a link that is a script",
      body: JSON.stringify({
        kind: "record-posting",
        issue: 1,
        revision: 0,
        posting: "mandatory",
        reference: "javascript:alert(1)",
        postedAt: at.toISOString(),
      }),
    },
  ])("with $what is malformed, and changes nothing", async ({ body }) => {
    const problem = await problemOf(await send(body));
    expect(problem).toMatchObject({ status: 400, code: "MALFORMED_REQUEST", facts: { part: "step" } });
    expect(expectOk(await findIssue(report.actor, report.actor.reportId, 1)).revision).toBe(0);
  });

  test("that the policy refuses is answered with its clause and what would be allowed", async () => {
    const response = await send(JSON.stringify(propose(90)));
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await problemOf(response);
    expect(problem).toMatchObject({
      type: clauseHref("R11"),
      code: "EMBARGO_TOO_LONG",
      clause: "R11",
      facts: { latestAt: addDays(at, 14).toISOString() },
    });
    expect(problem.detail).not.toBe("");
  });

  test("of an issue that somebody has changed meanwhile is a conflict", async () => {
    await send(JSON.stringify(propose(8)));
    expect(await problemOf(await send(JSON.stringify(propose(9))))).toMatchObject({
      status: 409,
      code: "ISSUE_CHANGED",
    });
  });
});

test("what members alone may do is not there for the reporter, to the byte as for one with another receipt", async () => {
  const split = JSON.stringify({ kind: "split", issue: 1, revision: 0 });
  const refused = await byReporter(split);
  const wrong = await postOfReporter(
    apiRequest("/", { method: "POST", body: split, headers: { authorization: `Receipt ${"0".repeat(32)}.AAAA` } }),
  );
  expect(refused.status).toBe(404);
  expect(await refused.text()).toBe(await wrong.text());
});

test("nobody takes a step who is not signed in", async () => {
  const anonymous = openBrowser();
  const response = await anonymous.send(jsonRequest("/", "POST", propose(8)), (asked) =>
    postOfMember(asked, { params: Promise.resolve({ id: report.actor.reportId }) }),
  );
  expect(response.status).toBe(404);
});
