import { expect, test } from "vitest";
import type { ToldParty } from "#lib/policy/facts.ts";
import { vendorAwareByReport } from "./vendor-awareness.ts";

test.each<{ told: readonly ToldParty[] | null; isKnown: boolean }>([
  { told: null, isKnown: false },
  { told: [], isKnown: false },
  { told: ["upstream"], isKnown: true },
  { told: ["kernel-security-team"], isKnown: true },
  { told: ["other-distributions"], isKnown: true },
  { told: ["other-projects"], isKnown: true },
])("where a report says that it told $told, that the vendor knows is on record: $isKnown", ({ told, isKnown }) => {
  expect(vendorAwareByReport(told) !== null).toBe(isKnown);
});

test("names all who were told, in one order", () => {
  expect(vendorAwareByReport(["other-projects", "upstream"])).toBe(vendorAwareByReport(["upstream", "other-projects"]));
});
