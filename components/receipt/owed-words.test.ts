import { describe, expect, test } from "vitest";
import { openObligations } from "#lib/embargo/reporter-obligations.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { owedToReporter } from "./owed-words.ts";

const dueAt = new Date("2026-11-24T09:00:00Z");
const owed = { what: "ACKNOWLEDGE", owner: "list", dueAt, clause: "R8" } as const;

describe("what is owed, told to the reporter", () => {
  test("it is late on the very instant, and not before", () => {
    expect(owedToReporter(owed, new Date(dueAt.getTime() - 1)).late).toBeNull();
    expect(owedToReporter(owed, dueAt).late).not.toBeNull();
  });

  test("every obligation that a report can have has words of its own", () => {
    const times = {
      receivedAt: dueAt,
      acknowledgedAt: null,
      hasExploit: true,
      exploitPublicationAt: null,
      publishedAt: null,
      exploitPublishedAt: null,
    };
    const all = [
      ...openObligations({ ...times, disclosureAt: dueAt }, distros2017),
      ...openObligations({ ...times, disclosureAt: null }, distros2017),
    ];
    expect(new Set(all.map(({ what }) => what)).size).toBe(4);
    for (const each of all) expect(owedToReporter(each, dueAt).what).not.toBe(each.what);
  });

  test("one that is not known is not hidden", () => {
    expect(owedToReporter({ ...owed, what: "SOMETHING_NEW" }, dueAt)).toEqual({
      what: "SOMETHING_NEW",
      late: "It is overdue.",
    });
  });
});
