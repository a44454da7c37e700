import { afterEach, beforeEach, expect, vi } from "vitest";

const errors: unknown[][] = [];

beforeEach(() => {
  errors.length = 0;
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
});

afterEach(() => {
  expect(errors, "console.error was called").toEqual([]);
});
