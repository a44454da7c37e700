import { describe, expect, test } from "vitest";
import type { ObligationId } from "#lib/base/id.ts";
import { deadlinesHref, deadlinesQuerySchema, type DeadlinesQuery } from "./deadlines-query.ts";

const id = "7b0d6f1e-1111-4222-8333-444455556666";
const nothing: DeadlinesQuery = {
  organisation: null,
  duty: null,
  list: null,
  month: null,
  from: null,
  until: null,
  part: null,
  after: null,
};

function read(address: string): DeadlinesQuery {
  return deadlinesQuerySchema.parse(Object.fromEntries(new URL(address, "http://x").searchParams));
}

describe("an address", () => {
  test.each([
    { what: "the filters", query: { organisation: id, duty: "A11", list: "linux-distros" } },
    { what: "a month", query: { month: "2026-12" } },
    { what: "a day", query: { from: new Date("2026-12-05T18:15:00Z"), until: new Date("2026-12-06T18:15:00Z") } },
    {
      what: "a page",
      query: { part: "late", after: { dueAt: new Date("2026-12-05T18:15:00.123Z"), id: id as ObligationId } },
    },
  ])("keeps $what", ({ query }) => {
    expect(read(deadlinesHref(query as Partial<DeadlinesQuery>))).toEqual({ ...nothing, ...query });
  });

  test("without anything is the page's own", () => {
    expect(deadlinesHref(nothing)).toBe("/deadlines");
    expect(read("/deadlines")).toEqual(nothing);
  });

  test.each([
    "organisation=x&duty=A99&list=../etc&part=all",
    "month=2026-13",
    "month=20261",
    "from=yesterday&until=1",
    "after=2026-12-05T18:15:00.123Z",
    `after=not-an-instant-at-all_${id}`,
    "after=2026-12-05T18:15:00.123Z_not-an-id-but-as-long-as-one-would-be",
    "organisation=&duty=&list=",
  ])("of which it knows nothing (%s) is as if it said nothing", (text) => {
    expect(read(`/deadlines?${text}`)).toEqual(nothing);
  });

  test("that says a thing twice says nothing", () => {
    expect(deadlinesQuerySchema.parse({ duty: ["A1", "A2"], month: ["2026-12"] })).toEqual(nothing);
  });
});
