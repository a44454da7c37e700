import { describe, expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { linuxKernel } from "#lib/policy/policies/linux-kernel.ts";
import { agreedFor, member, mondayAt, negotiation, proposed, reporter, terminated } from "./_negotiated.ts";
import { mayPropose, mayTerminate, possibleActions } from "./negotiation.ts";
import type { Negotiation } from "./negotiation.ts";

const day = (days: number) => addDays(mondayAt, days);

describe("what is over", () => {
  test.each([
    { what: "an embargo", records: [...agreedFor(9), terminated("public", mondayAt)] },
    { what: "an issue that had none", records: [terminated("public", mondayAt)] },
  ])("is over to people, whatever the machine calls it: $what", ({ records }) => {
    const given = negotiation({ records });
    const facts = (step: string) => ({ code: "EMBARGO_STEP_IMPOSSIBLE", facts: { state: "exited", step } });
    expect(mayPropose(given, { by: member, disclosureAt: day(5) })).toMatchObject({ problem: facts("propose") });
    expect(mayTerminate(given)).toMatchObject({ problem: facts("terminate") });
  });
});

test("a time to answer in that is none names itself, now, and the last that can be waited for", () => {
  const { now } = negotiation();
  const proposal = { by: member, disclosureAt: day(5), answerUntil: now };
  expect(mayPropose(negotiation(), proposal)).toEqual({
    ok: false,
    problem: {
      code: "ANSWER_TIME_UNFIT",
      clause: "A2",
      field: "answerUntil",
      facts: { wantedBy: now.toISOString(), now: now.toISOString(), latestAt: day(5).toISOString() },
    },
  });
});

describe("naming a date is offered", () => {
  const offers = (changed: Partial<Negotiation>) =>
    possibleActions(negotiation(changed), reporter).some(({ kind }) => kind === "propose");

  test("up to the last millisecond before the latest that may be agreed", () => {
    expect(offers({ now: new Date(day(14).getTime() - 1) })).toBe(true);
    expect(offers({ now: day(14) })).toBe(false);
  });

  test("where nothing limits it", () => {
    expect(offers({ policy: linuxKernel, clockStartsAt: null })).toBe(true);
  });
});

test("of two dates alike the one named first stands first", () => {
  const records = [proposed(1, reporter, day(5)), proposed(2, member, day(5))];
  const actions = possibleActions(negotiation({ records }), member);
  expect(actions.slice(0, 3)).toEqual([
    { kind: "accept", proposal: 1 },
    { kind: "reject", proposal: 1 },
    { kind: "take-back", proposal: 2 },
  ]);
});
