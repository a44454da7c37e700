import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { ok } from "#lib/base/result.ts";
import { unansweredFacts } from "#lib/policy/facts.ts";
import type { SubmissionFacts } from "#lib/policy/facts.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { embargoAfter, embargoAtSubmission } from "./embargo-machine.ts";
import type { EmbargoState, EmbargoStep } from "./embargo-machine.ts";
import { embargoTable } from "./fixtures/vultron-tables.ts";

const states = ["none", "proposed", "active", "revise", "exited"] as const;
const steps = ["propose", "accept", "reject", "terminate"] as const;
const every = states.flatMap((state) => steps.map((step) => ({ state, step })));

/** Where the published table leads, or undefined where it has no such row. */
function published(from: EmbargoState, by: EmbargoStep): EmbargoState | undefined {
  const row = embargoTable.find(({ source, trigger }) => source.toLowerCase() === from && trigger.toLowerCase() === by);
  return states.find((state) => state === row?.dest.toLowerCase());
}

describe("the embargo machine", () => {
  test("is held against a table that speaks of its states and steps alone", () => {
    expect(new Set(embargoTable.flatMap(({ source, dest }) => [source.toLowerCase(), dest.toLowerCase()]))).toEqual(
      new Set(states),
    );
    expect(new Set(embargoTable.map(({ trigger }) => trigger.toLowerCase()))).toEqual(new Set(steps));
  });

  test.each(every)("knows of $state and $step what Vultron knows", ({ state, step }) => {
    const to = published(state, step);
    const expected =
      to === undefined
        ? { ok: false, problem: { code: "EMBARGO_STEP_IMPOSSIBLE", clause: "M1", facts: { state, step } } }
        : ok(to);
    expect(embargoAfter(state, step)).toEqual(expected);
  });

  /** Every sequence of `length` steps: 4, 16 and so on up to 16,384. */
  function sequences(length: number): readonly (readonly EmbargoStep[])[] {
    if (length === 0) return [[]];
    return sequences(length - 1).flatMap((before) => steps.map((step) => [...before, step]));
  }

  function machineEnd(trace: readonly EmbargoStep[]): EmbargoState | undefined {
    let state: EmbargoState = "none";
    for (const step of trace) {
      const next = embargoAfter(state, step);
      if (!next.ok) return undefined;
      state = next.value;
    }
    return state;
  }

  // Counted by hand from the table, as walks from `none`. Let n, p, a, r, e be the walks of some length that end in none,
  // proposed, active, revise, exited. Then the next n is p, p is n + p, a is p + 2r, r is a + r, and e is a + r:
  // length 0: 1 0 0 0 0; 1: 0 1 0 0 0; 2: 1 1 1 0 0; 3: 1 2 1 1 1; 4: 2 3 4 2 2; 5: 3 5 7 6 6; 6: 5 8 17 13 13;
  // 7: 8 13 34 30 30.
  test.each([
    { length: 0, count: 1 },
    { length: 1, count: 1 },
    { length: 2, count: 3 },
    { length: 3, count: 6 },
    { length: 4, count: 13 },
    { length: 5, count: 27 },
    { length: 6, count: 56 },
    { length: 7, count: 115 },
  ])("allows the $count traces of length $length that the table allows, and no other", ({ length, count }) => {
    let allowed = 0;
    for (const trace of sequences(length)) {
      const expected = trace.reduce<EmbargoState | undefined>(
        (state, step) => (state === undefined ? undefined : published(state, step)),
        "none",
      );
      if (machineEnd(trace) !== expected) expect.fail(`${trace.join(" ")} ends in ${String(machineEnd(trace))}`);
      if (expected !== undefined) allowed += 1;
    }
    expect(allowed).toBe(count);
  });
});

describe("the embargo of a new report", () => {
  const receivedAt = new Date("2026-11-02T09:12:31Z");
  const facts: SubmissionFacts = {
    ...unansweredFacts(receivedAt),
    list: "distros",
    isPublic: false,
    isOpenSource: true,
    cveIsOnlyWish: false,
    severity: "medium",
    proposedDisclosureAt: addDays(receivedAt, 14),
  };

  test.each<{ what: string; changed: Partial<SubmissionFacts>; state: EmbargoState }>([
    { what: "is active at once within the policy, whatever the advice", changed: {}, state: "active" },
    {
      what: "is but proposed a second beyond the maximum",
      changed: { proposedDisclosureAt: addDays(receivedAt, 14 + 1 / 86_400) },
      state: "proposed",
    },
    { what: "does not exist without a date", changed: { proposedDisclosureAt: null }, state: "none" },
    { what: "does not exist for what is public", changed: { isPublic: true }, state: "none" },
  ])("$what", ({ changed, state }) => {
    const given = { ...facts, ...changed };
    expect(embargoAtSubmission(findingsOf(given, distros2017), given)).toBe(state);
  });
});
