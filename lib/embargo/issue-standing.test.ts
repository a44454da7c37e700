import { describe, expect, test } from "vitest";
import { disclosureAt, ended, issueFacts, posted, receivedAt, recorded, soon } from "./fixtures/report-facts.ts";
import { standingOf } from "./issue-standing.ts";
import type { IssueFacts } from "./report-facts.ts";

const at = "2026-11-03T10:00:00Z";
const overOf = (changed: Partial<IssueFacts>, now = soon) => standingOf(issueFacts(changed), now).over;

describe("an issue is over", () => {
  test.each<{ cause: string; changed: Partial<IssueFacts> }>([
    { cause: "public", changed: { caseRecords: [recorded("public", at)] } },
    { cause: "exploit-public", changed: { caseRecords: [recorded("exploit-public", at)] } },
    { cause: "attacks-seen", changed: { caseRecords: [recorded("attacks-seen", at)] } },
    { cause: "published", changed: { postings: [posted(at)] } },
    { cause: "withdrawn", changed: { withdrawnAt: new Date(at) } },
    { cause: "merged", changed: { mergedAt: new Date(at) } },
    { cause: "attacks-seen", changed: { records: [ended("attacks-seen", at)] } },
  ])("by what ended it: $cause", ({ cause, changed }) => {
    expect(overOf(changed)).toEqual({ at: new Date(at), cause });
  });

  test("by no fact that ends nothing", () => {
    expect(overOf({ caseRecords: [recorded("vendor-aware", at), recorded("fix-ready", at)] })).toBeNull();
  });

  test("by the first of several, and of two at once by what says more of it", () => {
    const caseRecords = [recorded("attacks-seen", "2026-11-04T10:00:00Z"), recorded("public", "2026-11-05T10:00:00Z")];
    expect(overOf({ caseRecords })).toMatchObject({ cause: "attacks-seen" });
    expect(overOf({ caseRecords, withdrawnAt: new Date(at) })).toEqual({ at: new Date(at), cause: "withdrawn" });
    expect(overOf({ postings: [posted(at)], mergedAt: new Date(at) })).toMatchObject({ cause: "published" });
  });

  test("at once where it was so before the list was told", () => {
    const caseRecords = [recorded("public", "2026-10-01T10:00:00Z")];
    expect(overOf({ caseRecords })).toEqual({ at: receivedAt, cause: "public" });
  });

  test("at its date, and not a millisecond before", () => {
    expect(overOf({}, new Date(disclosureAt.getTime() - 1))).toBeNull();
    expect(overOf({}, disclosureAt)).toEqual({ at: disclosureAt, cause: "date-reached" });
  });
});
