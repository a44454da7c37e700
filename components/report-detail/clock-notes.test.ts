import { expect, test } from "vitest";
import { owedAt } from "#components/embargo/obligation-fixture.ts";
import { clockNotes } from "./clock-notes.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hourMs = 3_600_000;
const due = (ms: number) => owedAt(new Date(now.getTime() + ms));

test.each([
  { when: "an hour ago", ms: -hourMs, tones: ["refusal"] },
  { when: "now", ms: 0, tones: ["refusal"] },
  { when: "in a moment", ms: 1, tones: ["advice"] },
  { when: "in exactly 24 hours", ms: 24 * hourMs, tones: ["advice"] },
  { when: "a moment later than that", ms: 24 * hourMs + 1, tones: [] },
])("what is due $when gives $tones", ({ ms, tones }) => {
  expect(clockNotes([due(ms)], now).map(({ tone }) => tone)).toEqual(tones);
});

test("what has been given is not spoken of", () => {
  const closing = { at: now, by: null, evidence: { kind: "word", text: "done" }, isReopenable: true } as const;
  expect(clockNotes([{ ...due(-hourMs), closing }], now)).toEqual([]);
});
