import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

describe("where a visitor is sent back to", () => {
  test.each(["/", "/policy", "/reports/r_1?sort=due", "/a%20b"])("%s is a place of this portal", (path) => {
    expect(returnPath(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/\t/evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "",
    null,
    7,
  ])("%s leads nowhere but home", (text) => {
    expect(returnPath(text)).toBe("/");
  });

  property.prop([fc.string({ unit: "binary" }), fc.constantFrom("/", "//", "/\\", "/.", "")])(
    "no text leads to another host",
    (rest, start) => {
      const path = returnPath(start + rest);
      expect(new URL(path, "https://portal.example").origin).toBe("https://portal.example");
      expect(path).not.toMatch(/[\r\n]/);
    },
  );
});
