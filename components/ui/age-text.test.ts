import { expect, test } from "vitest";
import { ageText } from "./age-text.ts";

const at = new Date("2026-11-02T08:00:00Z");

test.each([
  { later: -5, text: "just now" }, // another clock may be behind
  { later: 59, text: "just now" },
  { later: 60, text: "1 minute ago" },
  { later: 3_599, text: "59 minutes ago" },
  { later: 3_600, text: "1 hour ago" },
  { later: 86_399, text: "23 hours ago" },
  { later: 86_400, text: "1 day ago" },
  { later: 3 * 86_400 + 7_200, text: "3 days ago" },
])("after $later seconds something was $text", ({ later, text }) => {
  expect(ageText(at, new Date(at.getTime() + later * 1_000))).toBe(text);
});
