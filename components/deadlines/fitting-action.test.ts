import { describe, expect, test } from "vitest";
import type { ReportId } from "#lib/base/id.ts";
import { acceptsEvidence, obligationKinds } from "#lib/embargo/obligation.ts";
import { fittingAction } from "./fitting-action.ts";

const reportId = "report" as ReportId;

describe("the one thing to do", () => {
  test.each([
    { kind: "ACKNOWLEDGE", owner: "list", action: "acknowledge" },
    { kind: "TELL_LEAK", owner: "list", action: "close" },
    { kind: "POST_ISSUE", owner: "reporter", action: "open" },
  ] as const)("about $kind is to $action", ({ kind, owner, action }) => {
    expect(fittingAction({ kind, owner, reportId, issueNumber: 2 })).toMatchObject({ kind: action });
  });

  test.each(obligationKinds)("about %s is nothing for those who cannot open the report", (kind) => {
    expect(fittingAction({ kind, owner: "list", reportId: null, issueNumber: null })).toEqual({ kind: "none" });
  });

  test.each(
    obligationKinds.filter(
      (kind) => fittingAction({ kind, owner: "list", reportId, issueNumber: null }).kind === "close",
    ),
  )("about %s is to close it only because somebody’s word can", (kind) => {
    expect(acceptsEvidence(kind, "word")).toBe(true);
  });

  test("about a proposal is to answer it, for the other side", () => {
    const label = (owner: "list" | "reporter") =>
      fittingAction({ kind: "ANSWER_PROPOSAL", owner, reportId, issueNumber: 2 });
    expect(label("list")).toMatchObject({ label: "Answer it" });
    expect(label("reporter")).toMatchObject({ label: "See the proposal", placeId: "embargo-2" });
  });
});
