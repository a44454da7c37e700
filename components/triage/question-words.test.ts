import { expect, test } from "vitest";
import { triageQuestions } from "#lib/embargo/triage.ts";
import { questionWords } from "./question-words.ts";

test("every question has words, and each of its answers a button of its own", () => {
  for (const question of triageQuestions) {
    const presses = Object.values(questionWords(question)?.answers ?? {}).map(({ press }) => press);
    expect(presses.length, question).toBeGreaterThan(1);
    expect(new Set(presses).size, question).toBe(presses.length);
  }
});

test("a question of a later version has none, and breaks nothing", () => {
  expect(questionWords("is-it-tuesday")).toBeNull();
});
