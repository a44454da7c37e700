import { describe, expect, test } from "vitest";
import { beginningOf, deceptiveCharacterCount, shownCharacters, withDeceptiveCharactersShown } from "./shown-text.ts";

describe("a long text", () => {
  test("is shown whole up to the limit, and cut beyond", () => {
    expect(beginningOf("x".repeat(shownCharacters))).toHaveLength(shownCharacters);
    expect(beginningOf("x".repeat(shownCharacters + 1))).toHaveLength(shownCharacters);
  });

  test("is cut at the end of a line where there is one", () => {
    const text = `${"x".repeat(shownCharacters - 10)}\n${"y".repeat(100)}`;
    expect(beginningOf(text)).toBe("x".repeat(shownCharacters - 10));
  });

  test("is never cut through a character", () => {
    expect(beginningOf(`x${"😀".repeat(shownCharacters)}`).isWellFormed()).toBe(true);
  });
});

describe("characters that deceive the eye", () => {
  test("are counted and written out", () => {
    const text = "if (admin\u202E) // \u2066harmless\u2069";
    expect(deceptiveCharacterCount(text)).toBe(3);
    expect(withDeceptiveCharactersShown(text)).toBe("if (admin[U+202E]) // [U+2066]harmless[U+2069]");
  });

  test("are none in honest texts of any script", () => {
    expect(deceptiveCharacterCount("Überlauf, переполнение, 溢出, גלישה\t\n")).toBe(0);
  });
});
