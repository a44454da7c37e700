import { describe, expect, test } from "vitest";
import { maximumEvidenceCharacters } from "#lib/schema/step.ts";
import { evidenceFault, evidenceOf } from "./evidence.ts";

describe("what somebody types as evidence", () => {
  test.each([
    { typed: " https://example.org/thread/1 ", evidence: { kind: "link", text: "https://example.org/thread/1" } },
    { typed: "left@right.example", evidence: { kind: "message-id", text: "<left@right.example>" } },
    { typed: "<left@right.example>", evidence: { kind: "message-id", text: "<left@right.example>" } },
    { typed: "ftp://example.org", evidence: { kind: "word", text: "ftp://example.org" } },
    { typed: "told Ada by telephone", evidence: { kind: "word", text: "told Ada by telephone" } },
  ])("$typed is a $evidence.kind", ({ typed, evidence }) => {
    expect(evidenceOf(typed)).toEqual(evidence);
    expect(evidenceFault("field", typed)).toEqual([]);
  });

  test.each(["", "   ", "two\nlines", "turned \u202e round", "x".repeat(maximumEvidenceCharacters + 1)])(
    "%j is none",
    (typed) => {
      expect(evidenceOf(typed)).toBeNull();
      expect(evidenceFault("field", typed)).toHaveLength(1);
    },
  );
});
