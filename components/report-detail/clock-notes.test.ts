import { expect, test } from "vitest";
import { clockNotes } from "./clock-notes.ts";

const now = new Date("2026-03-10T12:00:00Z");
const hourMs = 3_600_000;
const due = (ms: number) => ({
  what: "POST_ISSUE",
  owner: "reporter" as const,
  dueAt: new Date(now.getTime() + ms),
  clause: "R13",
});

test.each([
  { when: "an hour ago", ms: -hourMs, tones: ["refusal"] },
  { when: "now", ms: 0, tones: ["refusal"] },
  { when: "in a moment", ms: 1, tones: ["advice"] },
  { when: "in exactly 24 hours", ms: 24 * hourMs, tones: ["advice"] },
  { when: "a moment later than that", ms: 24 * hourMs + 1, tones: [] },
])("what is due $when gives $tones", ({ ms, tones }) => {
  expect(clockNotes([due(ms)], now).map(({ tone }) => tone)).toEqual(tones);
});
