import { expect, test } from "vitest";
import { openObligations } from "#lib/embargo/reporter-obligations.ts";
import { reportTimes } from "#lib/embargo/report-times.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { owedWords } from "./owed-words.ts";

const receivedAt = new Date("2026-03-02T09:00:00Z");

test("everything that a report can owe has words, and says by whom", () => {
  const withDate = reportTimes({
    receivedAt,
    acknowledgedAt: null,
    disclosureAt: new Date("2026-03-06T09:00:00Z"),
    facts: { hasExploit: true, exploitPublicationAt: null },
  });
  const withoutDate = { ...withDate, disclosureAt: null };
  const owed = [withDate, withoutDate].flatMap((times) => openObligations(times, distros2017));

  expect(new Set(owed.map(({ what }) => what))).toEqual(
    new Set(["ACKNOWLEDGE", "SUPPLY_DATE", "POST_ISSUE", "POST_EXPLOIT"]),
  );
  for (const obligation of owed) {
    expect(owedWords(obligation).what).not.toBe(obligation.what);
    expect(owedWords(obligation).by).toBe(obligation.what === "ACKNOWLEDGE" ? "the list" : "the reporter");
  }
});

test("what this page does not know yet stands as its code", () => {
  expect(owedWords({ what: "toString", owner: "list" })).toEqual({ what: "toString", by: "the list" });
});
