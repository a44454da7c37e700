import { expect, test } from "vitest";
import type { OrganisationId } from "#lib/base/id.ts";
import { holderText, ownerText } from "./holder-text.ts";

const organisationId = "o" as OrganisationId;
const holders: NonNullable<Parameters<typeof holderText>[1]> = [
  { duty: "A11", role: "primary", organisationId, organisation: "Gentoo" },
  { duty: "A11", role: "backup", organisationId, organisation: "SUSE" },
];

const owed = { owner: "reporter", duty: "A11" } as const;

test.each([
  { isWith: "owner", text: null },
  { isWith: "primary", text: "Gentoo, for A11" },
  { isWith: "backup", text: "SUSE, for A11" },
  { isWith: "coordinators", text: "the coordinators" },
] as const)("what a reporter owes and is with the $isWith is with $text now", ({ isWith, text }) => {
  expect(holderText({ ...owed, isWith }, holders)).toBe(text);
});

test("what the list owes is with those who look after it from the beginning", () => {
  expect(holderText({ owner: "list", duty: "A11", isWith: "owner" }, holders)).toBe("Gentoo, for A11");
  expect(holderText({ owner: "list", duty: "T4", isWith: "owner" }, holders)).toBe("the coordinators");
});

test("a reporter is told who owes it, and no organisation of the list", () => {
  expect(ownerText(owed, "reporter")).toBe("you");
  expect(holderText({ ...owed, isWith: "owner" }, null)).toBeNull();
  expect(holderText({ ...owed, isWith: "primary" }, null)).toContain("on the list");
});
