import { describe, expect, test } from "vitest";
import { dora, mondayAt, shownIssue } from "#components/embargo/issue-fixture.ts";
import { caseFacts, type CaseFact } from "#lib/embargo/case-state.ts";
import type { EmbargoState } from "#lib/embargo/embargo-machine.ts";
import { embargoStates } from "#components/reports/state-words.ts";
import { caseSentence } from "./case-sentence.ts";
import { factWords } from "./fact-words.ts";

/** An issue whose embargo is in a state, with facts on record. */
function issueThat(state: EmbargoState, facts: readonly CaseFact[]) {
  const end = { at: mondayAt, cause: "withdrawn", by: dora, evidence: null };
  return shownIssue(
    { state, end: state === "exited" ? end : null },
    { facts: facts.map((fact) => ({ fact, occurredAt: mondayAt, recordedAt: mondayAt, by: dora, evidence: "Seen" })) },
  );
}

describe("what the facts of a case say of an embargo", () => {
  test.each([
    { state: "none", facts: [], stand: "open" },
    { state: "proposed", facts: ["vendor-aware", "fix-ready"], stand: "open" },
    { state: "active", facts: ["vendor-aware", "fix-ready"], stand: "open" },
    { state: "revise", facts: ["vendor-aware", "fix-ready", "fix-deployed"], stand: "open" },
    { state: "proposed", facts: ["vendor-aware", "fix-ready", "fix-deployed"], stand: "shut" },
    { state: "exited", facts: ["vendor-aware"], stand: "over" },
    { state: "exited", facts: ["attacks-seen"], stand: "shut" },
  ] as const)("an embargo that is $state, with $facts, is $stand", ({ state, facts, stand }) => {
    expect(caseSentence(issueThat(state, facts)).stand).toBe(stand);
  });

  test("a fact that ends an embargo leaves none, whatever was agreed, and is named", () => {
    for (const fact of caseFacts.filter((each) => factWords[each].endsEmbargo)) {
      for (const state of embargoStates) {
        const { stand, text } = caseSentence(issueThat(state, [fact]));
        expect(stand).toBe("shut");
        expect(text.toLowerCase()).toContain(factWords[fact].clause);
      }
    }
  });
});
