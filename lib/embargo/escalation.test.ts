import { describe, expect, test } from "vitest";
import { escalationAt, escalationsOf } from "./escalation.ts";
import { disclosureAt, policy } from "./fixtures/report-facts.ts";

const open = { dueAt: disclosureAt, closing: null };

describe("an obligation", () => {
  test.each([
    { now: "2026-11-02T09:00:00.000Z", with: "owner" },
    { now: "2026-11-12T12:00:00.000Z", with: "owner" },
    { now: "2026-11-13T11:59:59.999Z", with: "owner" }, // 24 hours less a millisecond
    { now: "2026-11-13T12:00:00.000Z", with: "primary" },
    { now: "2026-11-14T11:59:59.999Z", with: "primary" },
    { now: "2026-11-14T12:00:00.000Z", with: "backup" },
    { now: "2026-11-16T11:59:59.999Z", with: "backup" },
    { now: "2026-11-16T12:00:00.000Z", with: "coordinators" }, // 96 hours
    { now: "2027-11-16T12:00:00.000Z", with: "coordinators" },
  ])("due on 12 November at 12:00 is at $now with: $with", ({ now, with: recipient }) => {
    expect(escalationAt(open, policy, new Date(now))).toBe(recipient);
  });

  test("goes on in the order of time, in whatever order the policy names it", () => {
    const escalation = policy.escalation.toReversed();
    expect(escalationsOf(disclosureAt, { escalation }).map(({ to }) => to)).toEqual([
      "primary",
      "backup",
      "coordinators",
    ]);
  });

  test("stays with its owner where the policy escalates nothing, and once it is closed", () => {
    const muchLater = new Date("2027-01-01T00:00:00Z");
    const closed = { ...open, closing: { at: disclosureAt, evidence: { kind: "word", text: "done" } } } as const;
    expect(escalationAt(open, { escalation: [] }, muchLater)).toBe("owner");
    expect(escalationAt(closed, policy, muchLater)).toBe("owner");
  });
});
