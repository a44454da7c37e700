import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ClauseId } from "./clause.ts";

/** What Fortnight does today. A clause joins these ids with the work that first serves it. */
const servedIds: readonly ClauseId[] = [
  ...(["L1", "L2"] as const), // L3 speaks of mail alone
  ...(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15"] as const),
  ...(["M1", "M4", "M5", "M6", "M7"] as const),
  ...(["T1", "T2", "T3", "T4", "T5", "T6"] as const),
  ...(["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12"] as const),
  ...(["C3", "K7"] as const),
];

const root = new URL("../..", import.meta.url).pathname;

/**
 * Not counted: the clauses' own texts and tests, and what names things like `M6` by chance: generated code and the
 * paths of icons (`components/ui` knows no domain words).
 */
const uncounted =
  /^(lib\/db\/generated|components\/ui)\/|^lib\/policy\/([a-z]+-clauses|clause|clause(-coverage)?\.test)\.ts$/;

const sources = ["lib", "app", "components", "e2e"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !uncounted.test(path))
  .map((path) => readFileSync(join(root, path), "utf8"));

describe("a clause that Fortnight serves", () => {
  test.each(servedIds)("is named where it is: %s", (id) => {
    const name = new RegExp(`\\b${id}\\b`);
    expect(sources.some((source) => name.test(source))).toBe(true);
  });
});
