import { describe, expect, test } from "vitest";
import type { MemberSummary } from "#lib/data/members.ts";
import { standingOf } from "./people.ts";

const expiresAt = new Date("2026-12-01T00:00:00Z");
const dayMs = 86_400_000;

function standingAt(ms: number, certificate: Pick<NonNullable<MemberSummary["certificate"]>, "expiresAt"> | null) {
  const now = new Date(expiresAt.getTime() + ms);
  return standingOf({ certificate: certificate as MemberSummary["certificate"] }, now);
}

describe("a person's certificate", () => {
  test.each([
    { what: "30 days and a millisecond before its end", ms: -30 * dayMs - 1, standing: "valid" },
    { what: "30 days before its end", ms: -30 * dayMs, standing: "expires-soon" },
    { what: "a millisecond before its end", ms: -1, standing: "expires-soon" },
    { what: "at its end", ms: 0, standing: "expired" },
  ])("$what is $standing", ({ ms, standing }) => {
    expect(standingAt(ms, { expiresAt })).toBe(standing);
  });

  test("without an end is valid, and none is missing", () => {
    expect(standingAt(0, { expiresAt: null })).toBe("valid");
    expect(standingAt(0, null)).toBe("missing");
  });
});
