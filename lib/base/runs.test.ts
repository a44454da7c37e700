import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { countOfRuns, isInRuns, runsOf } from "./runs.ts";

test("numbers that follow one another are one run", () => {
  expect(runsOf([])).toEqual([]);
  expect(runsOf([4])).toEqual([[4, 4]]);
  expect(runsOf([0, 1, 2, 5, 7, 8])).toEqual([
    [0, 2],
    [5, 5],
    [7, 8],
  ]);
});

property.prop([fc.uniqueArray(fc.nat(60))])("runs hold the very numbers that they were made of", (numbers) => {
  const runs = runsOf(numbers.toSorted((left, right) => left - right));
  expect(countOfRuns(runs)).toBe(numbers.length);
  for (let number = -1; number <= 61; number += 1) expect(isInRuns(runs, number)).toBe(numbers.includes(number));
});
