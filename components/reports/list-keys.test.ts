import { describe, expect, test } from "vitest";
import { commandOf, type KeyPlace } from "./list-keys.ts";

const plain = { ctrlKey: false, altKey: false, metaKey: false };

function command(key: string, place: KeyPlace = "row", hasSingleKeys = true) {
  return commandOf({ key, ...plain }, place, hasSingleKeys);
}

describe("the keys of the table", () => {
  test.each([
    { key: "j", expected: "next" },
    { key: "k", expected: "previous" },
    { key: "ArrowDown", expected: "next" },
    { key: "ArrowUp", expected: "previous" },
    { key: "Home", expected: "first" },
    { key: "End", expected: "last" },
    { key: "o", expected: "open" },
    { key: "/", expected: "search" },
    { key: "?", expected: "keys" },
    { key: "Enter", expected: null },
    { key: "x", expected: null },
    { key: "constructor", expected: null },
  ])("on a row, $key means $expected", ({ key, expected }) => {
    expect(command(key)).toBe(expected);
  });

  test("single keys can be turned off, and the arrows stay", () => {
    for (const key of ["j", "k", "o", "/", "?"]) expect(command(key, "row", false)).toBeNull();
    expect(command("ArrowDown", "row", false)).toBe("next");
  });

  test("whoever types a letter into a field types a letter", () => {
    for (const key of ["j", "k", "o", "/", "?", "Home"]) {
      expect(command(key, "typing")).toBeNull();
      expect(command(key, "search")).toBeNull();
    }
  });

  test("the search field leads down into the rows", () => {
    expect(command("ArrowDown", "search")).toBe("next");
    expect(command("ArrowUp", "search")).toBeNull();
  });

  test("away from the rows the arrows scroll the page, j and k go to the rows, and nothing is opened", () => {
    expect(command("ArrowDown", "elsewhere")).toBeNull();
    expect(command("j", "elsewhere")).toBe("next");
    expect(command("o", "elsewhere")).toBeNull();
  });

  test("with Control, Alt or Meta a key belongs to the browser", () => {
    for (const modifier of ["ctrlKey", "altKey", "metaKey"] as const) {
      expect(commandOf({ key: "k", ...plain, [modifier]: true }, "row", true)).toBeNull();
    }
  });
});
