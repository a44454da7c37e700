import { describe, expect, test } from "vitest";
import { embargoThat, issueWith, recorded } from "#components/embargo/issue-fixture.ts";
import { caseFacts } from "#lib/embargo/case-state.ts";
import { embargoStates } from "#components/reports/state-words.ts";
import { caseSentence } from "./case-sentence.ts";
import { factWords } from "./fact-words.ts";

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
    expect(caseSentence(issueWith({ embargo: embargoThat(state), facts: recorded(...facts) })).stand).toBe(stand);
  });

  test("a fact that ends an embargo leaves none, whatever was agreed, and is named", () => {
    for (const fact of caseFacts.filter((each) => factWords[each].endsEmbargo)) {
      for (const state of embargoStates) {
        const { stand, text } = caseSentence(issueWith({ embargo: embargoThat(state), facts: recorded(fact) }));
        expect(stand).toBe("shut");
        expect(text.toLowerCase()).toContain(factWords[fact].clause);
      }
    }
  });
});
