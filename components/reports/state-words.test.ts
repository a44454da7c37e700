import { expect, test } from "vitest";
import { embargoSentence, stateWords } from "./state-words.ts";

const now = new Date("2026-03-10T12:00:00Z");

test.each([
  { what: "a second ahead", disclosureAt: new Date("2026-03-10T12:00:01Z"), isOver: false },
  { what: "this very instant", disclosureAt: now, isOver: true },
  { what: "unknown", disclosureAt: null, isOver: false },
])("an agreed embargo whose date is $what is said to be over: $isOver", ({ disclosureAt, isOver }) => {
  const sentence = embargoSentence({ embargoState: "active", disclosureAt }, now);
  expect(sentence === stateWords.active.sentence).toBe(!isOver);
});

test("the other states say the same at any time", () => {
  const disclosureAt = new Date("2026-03-09T12:00:00Z");
  expect(embargoSentence({ embargoState: "exited", disclosureAt }, now)).toBe(stateWords.exited.sentence);
});
