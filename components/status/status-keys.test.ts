import { describe, expect, test } from "vitest";
import { statusCommandOf } from "./status-keys.ts";
import { statusAnswers, statusWords } from "./status-words.ts";

const pressed = (key: string, modifiers = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, ...modifiers });

describe("while the choice of a status has the focus", () => {
  test("each answer has a letter of its own, whatever the case", () => {
    for (const answer of statusAnswers) {
      const { key } = statusWords(answer);
      expect(statusCommandOf(pressed(key), "looking", true)).toEqual({ kind: "choose", answer });
      expect(statusCommandOf(pressed(key.toUpperCase()), "looking", true)).toEqual({ kind: "choose", answer });
    }
    expect(new Set(statusAnswers.map((answer) => statusWords(answer).key)).size).toBe(statusAnswers.length);
  });

  test.each([
    { key: "ArrowRight", from: "looking", to: "affected" },
    { key: "ArrowLeft", from: "looking", to: "released" },
    { key: "ArrowDown", from: "released", to: "looking" },
    { key: "Home", from: "fix-ready", to: "looking" },
    { key: "End", from: "looking", to: "released" },
  ] as const)("$key leads from $from to $to, and chooses nothing", ({ key, from, to }) => {
    expect(statusCommandOf(pressed(key), from, true)).toEqual({ kind: "focus", answer: to });
  });

  test("letters do nothing once single keys are turned off, nor with another key held", () => {
    expect(statusCommandOf(pressed("a"), "looking", false)).toBeNull();
    expect(statusCommandOf(pressed("a", { ctrlKey: true }), "looking", true)).toBeNull();
    expect(statusCommandOf(pressed("Tab"), "looking", true)).toBeNull();
  });
});
