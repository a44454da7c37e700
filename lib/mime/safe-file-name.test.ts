import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";

import { safeFileName } from "./safe-file-name.ts";

describe("a safe file name", () => {
  test.each([
    ["proof.c", "proof.c"],
    ["日本語 メモ.txt", "日本語 メモ.txt"],
    ["naïve (1).patch", "naïve (1).patch"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ada\\crash.dmp", "crash.dmp"],
    ["/", "attachment"],
    ["", "attachment"],
    ["..", "attachment"],
    ["a/..", "a"],
    [".bashrc", "bashrc"],
    ["-rf", "rf"],
    ["~root", "root"],
    ["report\u202Efdp.exe", "reportfdp.exe"],
    ["a\u0000b\r\nc.txt", "ab c.txt"],
    ["zero\u200Bwidth\uFEFF.txt", "zerowidth.txt"],
    ["a<b>:c|d?.txt", "a_b__c_d_.txt"],
    ["con", "_con"],
    ["NUL.txt", "_NUL.txt"],
    ["console.txt", "console.txt"],
    ["COM¹.svg", "_COM¹.svg"],
    ["com10.svg", "com10.svg"],
    ["CONIN$", "_CONIN$"],
    ["aux.html.svg", "_aux.html.svg"],
    ["a\\b/c\\d.html", "d.html"],
    ["page.html::$DATA", "page.html__$DATA"],
    ["%2e%2e%2fpasswd", "%2e%2e%2fpasswd"],
    ["．．／passwd", "．．／passwd"], // in full width they mean nothing to a file system
    ["x.html\u202e\u200f \t", "x.html"],
    ["evil.exe. . ", "evil.exe"],
    ["\ud800.txt", "\ufffd.txt"],
  ])("of %j is %j", (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test("is cut at 200 bytes with its extension kept", () => {
    expect(safeFileName(`${"é".repeat(300)}.tar`)).toBe(`${"é".repeat(98)}.tar`);
    expect(safeFileName("a".repeat(200))).toBe("a".repeat(200));
    expect(safeFileName("a".repeat(201))).toBe("a".repeat(200));
  });

  prop.prop([fc.string({ unit: "binary", maxLength: 400 })])(
    "is one harmless segment whatever was sent, and safe again",
    (name) => {
      const safe = safeFileName(name);
      expect(safe).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}/\\<>:"|?*]+$/u);
      expect(safe).not.toMatch(/^[. ~-]|[. ]$/);
      expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(201);
      expect(safeFileName(safe)).toBe(safe);
    },
  );
});
