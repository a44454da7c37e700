import { describe, expect, test } from "vitest";
import { acceptsEvidence, obligationKinds } from "#lib/embargo/obligation.ts";
import { waysToClose } from "./ways-to-close.ts";

const kindsOf = (...given: Parameters<typeof waysToClose>) => waysToClose(...given).map(({ kind }) => kind);

describe("how what is owed is closed from a report's page", () => {
  test("evidence is asked for only where a person's word can close it", () => {
    for (const kind of obligationKinds) {
      const kinds = kindsOf({ kind, issueNumber: 1, owner: "reporter" }, "member");
      if (kinds.includes("evidence")) expect(acceptsEvidence(kind, "word"), kind).toBe(true);
      expect(kinds, kind).not.toEqual([]);
    }
  });

  test.each(["POST_ISSUE", "POST_EXPLOIT", "ANNOUNCE_EXPLOIT"] as const)("%s leads to the posting's form", (kind) => {
    expect(waysToClose({ kind, issueNumber: 3, owner: "reporter" }, "reporter")).toMatchObject([
      { placeId: "record-posting-3" },
    ]);
  });

  test("a reporter closes nothing that the list owes", () => {
    for (const kind of obligationKinds) {
      expect(kindsOf({ kind, issueNumber: 1, owner: "list" }, "reporter"), kind).not.toContain("evidence");
    }
  });
});
