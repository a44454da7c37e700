import { describe, expect, test } from "vitest";
import { acceptableFacts } from "../_acceptable-facts.ts";
import type { Mend } from "../finding.ts";
import { findingsOf } from "../findings.ts";
import { distros2017 } from "../policies/distros-2017.ts";
import type { Policy } from "../policy.ts";

/** Disclosures at 14:00 in UTC; nothing else is asked of a date. */
const policy: Policy = {
  ...distros2017,
  disclosureHourUtc: 14,
  preferredMaximumDays: null,
  advisesAtLeastOneDay: false,
};

function mendFor(received: string, disclosure: string, changed: Partial<Policy> = {}): Mend | "none" | null {
  const facts = acceptableFacts({ receivedAt: new Date(received), proposedDisclosureAt: new Date(disclosure) });
  const finding = findingsOf(facts, { ...policy, ...changed }).find(
    ({ problem }) => problem.code === "DISCLOSURE_HOUR_UNUSUAL",
  );
  return finding === undefined ? "none" : finding.mend;
}

const at = (instant: string) => ({ kind: "use-instant", instant: new Date(instant) });
const twoDays = { maximumEmbargo: { unit: "day", count: 2 } } as const;

describe("the hour of a disclosure", () => {
  test("is the policy's own to the millisecond, or advised", () => {
    expect(mendFor("2026-11-02T09:00:00Z", "2026-11-04T14:00:00Z")).toBe("none");
    expect(mendFor("2026-11-02T09:00:00Z", "2026-11-04T14:00:00.001Z")).toEqual(at("2026-11-04T14:00:00Z"));
    expect(mendFor("2026-11-02T09:00:00Z", "2026-11-04T13:59:59.999Z")).toEqual(at("2026-11-04T14:00:00Z"));
  });

  test("is not spoken of for a date that has come", () => {
    expect(mendFor("2026-11-02T09:00:00Z", "2026-11-02T09:00:00Z")).toBe("none");
    expect(mendFor("2026-11-02T09:00:00Z", "2026-11-01T09:00:00Z")).toBe("none");
    expect(mendFor("2026-11-02T09:00:00Z", "2026-11-02T09:00:00.001Z")).toEqual(at("2026-11-02T14:00:00Z"));
  });

  test("is the next day's where the same day's has passed, or is the very instant of the report", () => {
    expect(mendFor("2026-11-02T15:00:00Z", "2026-11-02T20:00:00Z")).toEqual(at("2026-11-03T14:00:00Z"));
    expect(mendFor("2026-11-02T14:00:00Z", "2026-11-02T20:00:00Z")).toEqual(at("2026-11-03T14:00:00Z"));
  });

  test("keeps the shortest notice, to the millisecond", () => {
    const notice = { minimumNoticeDays: 2 };
    expect(mendFor("2026-11-02T14:00:00.001Z", "2026-11-04T20:00:00Z", notice)).toEqual(at("2026-11-05T14:00:00Z"));
    expect(mendFor("2026-11-02T14:00:00Z", "2026-11-04T20:00:00Z", notice)).toEqual(at("2026-11-04T14:00:00Z"));
  });

  test("is the day before's where the same day's is beyond the maximum", () => {
    expect(mendFor("2026-11-02T13:59:59Z", "2026-11-04T11:00:00Z", twoDays)).toEqual(at("2026-11-03T14:00:00Z"));
    expect(mendFor("2026-11-02T14:00:00Z", "2026-11-04T11:00:00Z", twoDays)).toEqual(at("2026-11-04T14:00:00Z"));
  });

  test("cannot be had where neither day has room for it", () => {
    const oneHour = { maximumEmbargo: { unit: "hour", count: 1 } } as const;
    expect(mendFor("2026-11-02T15:00:00Z", "2026-11-02T15:30:00Z", oneHour)).toBeNull();
  });
});
