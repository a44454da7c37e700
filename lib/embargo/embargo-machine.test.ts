import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { ok } from "#lib/base/result.ts";
import { unansweredFacts } from "#lib/policy/facts.ts";
import type { SubmissionFacts } from "#lib/policy/facts.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { embargoAfter, embargoAtSubmission } from "./embargo-machine.ts";
import type { EmbargoState, EmbargoStep } from "./embargo-machine.ts";

/** The embargo management table of CERT/CC's Vultron protocol, commit 6883299d (MIT, SEI), in our words' lower case. */
const vultron: readonly (readonly [from: EmbargoState, step: EmbargoStep, to: EmbargoState])[] = [
  ["none", "propose", "proposed"],
  ["proposed", "propose", "proposed"],
  ["proposed", "reject", "none"],
  ["proposed", "accept", "active"],
  ["active", "propose", "revise"],
  ["revise", "propose", "revise"],
  ["revise", "reject", "active"],
  ["revise", "accept", "active"],
  ["active", "terminate", "exited"],
  ["revise", "terminate", "exited"],
];

const states = ["none", "proposed", "active", "revise", "exited"] as const;
const steps = ["propose", "accept", "reject", "terminate"] as const;
const every = states.flatMap((state) => steps.map((step) => ({ state, step })));

describe("the embargo machine", () => {
  test.each(every)("knows of $state and $step what Vultron knows", ({ state, step }) => {
    const row = vultron.find(([from, by]) => from === state && by === step);
    const expected =
      row === undefined
        ? { ok: false, problem: { code: "EMBARGO_STEP_IMPOSSIBLE", facts: { state, step } } }
        : ok(row[2]);
    expect(embargoAfter(state, step)).toEqual(expected);
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
