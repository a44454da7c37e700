import { describe, expect, test } from "vitest";
import type { MemberId, OrganisationId } from "#lib/base/id.ts";
import { dutyIds } from "#lib/policy/duty.ts";
import type { ShownDutyWork, ShownTriageEntry } from "#lib/schema/issue-response.ts";
import { dutyRows } from "./duty-rows.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 3, hour));
const nothing = { dutyWorks: [], dutyHolders: [], triage: [] };

const work = (organisation: string, outcome: ShownDutyWork["outcome"], hour: number, duty = "T3"): ShownDutyWork => ({
  duty,
  organisation,
  memberName: null,
  at: at(hour),
  outcome,
  envelopeId: null,
});

const entry = (clause: string, state: ShownTriageEntry["state"]): ShownTriageEntry => ({
  question: "any",
  clause,
  state,
});

const answeredBy = (by: string): ShownTriageEntry["state"] => ({
  step: "answered",
  answer: { answer: "yes", by, byId: by as MemberId, at: at(1) },
});

const rowOf = (duty: string, facts: Partial<Parameters<typeof dutyRows>[0]>) =>
  dutyRows({ ...nothing, ...facts }).find((row) => row.duty === duty);

describe("a duty on a report", () => {
  test("is nobody's until somebody takes it, and every duty is there", () => {
    const rows = dutyRows(nothing);
    expect(rows.map(({ duty }) => duty)).toEqual([...dutyIds]);
    expect(rows.every(({ state, primary, backup }) => state === "nobody" && primary === null && backup === null)).toBe(
      true,
    );
  });

  test("is taken, and done once somebody did it, also where they found nothing (T3)", () => {
    expect(rowOf("T3", { dutyWorks: [work("SUSE", "taken", 1)] })?.state).toBe("taken");
    for (const outcome of ["done", "nothing-found"] as const)
      expect(rowOf("T3", { dutyWorks: [work("Debian", "taken", 1), work("SUSE", outcome, 2)] })?.state).toBe("done");
    expect(rowOf("T4", { dutyWorks: [work("SUSE", "done", 1)] })?.state).toBe("nobody");
  });

  test("shows the last word of each organisation, the newest first", () => {
    const dutyWorks = [work("SUSE", "taken", 1), work("Debian", "done", 2), work("SUSE", "nothing-found", 3)];
    expect(rowOf("T3", { dutyWorks })?.works.map(({ organisation, outcome }) => [organisation, outcome])).toEqual([
      ["SUSE", "nothing-found"],
      ["Debian", "done"],
    ]);
  });

  test("names who holds it by the rota", () => {
    const holder = { organisationId: "suse" as OrganisationId, organisation: "SUSE" };
    expect(rowOf("A5", { dutyHolders: [{ ...holder, duty: "A5", role: "primary" }] })).toMatchObject({
      primary: "SUSE",
      backup: null,
    });
  });
});

describe("the checklist does a duty", () => {
  test("once all of its questions are answered, by whoever answered them", () => {
    const triage = [entry("A1", answeredBy("Dora")), entry("A1", answeredBy("Uma"))];
    expect(rowOf("A1", { triage })).toMatchObject({ state: "done", byChecklist: ["Dora", "Uma"] });
  });

  test("not while one of them is open, nor where the report answered by itself", () => {
    expect(rowOf("A1", { triage: [entry("A1", answeredBy("Dora")), entry("A1", { step: "open" })] })?.state).toBe(
      "nobody",
    );
    expect(rowOf("A8", { triage: [entry("A8", { step: "settled" })] })?.state).toBe("nobody");
  });
});
