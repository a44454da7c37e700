import { expect, test } from "vitest";
import { byOrganisation } from "./by-organisation.ts";

test("readers stand under their organisations, both in the order of the alphabet", () => {
  const readers = [
    { name: "Zoe", organisation: "SUSE" },
    { name: "Édith", organisation: "Arch Linux" },
    { name: "ada", organisation: "SUSE" },
  ];
  expect(byOrganisation(readers)).toEqual([
    { organisation: "Arch Linux", readers: [readers[1]] },
    { organisation: "SUSE", readers: [readers[2], readers[0]] },
  ]);
  expect(byOrganisation([])).toEqual([]);
});
