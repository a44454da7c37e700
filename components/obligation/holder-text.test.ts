import { expect, test } from "vitest";
import type { OrganisationId } from "#lib/base/id.ts";
import { holderText, type DutyHolders } from "./holder-text.ts";

const organisationId = "o" as OrganisationId;
const holders: DutyHolders = [
  { duty: "A11", role: "primary", organisationId, organisation: "Gentoo" },
  { duty: "A11", role: "backup", organisationId, organisation: "SUSE" },
  { duty: "A12", role: "primary", organisationId, organisation: "Debian" },
];

const owed = { owner: "reporter", duty: "A11" } as const;

test.each([
  { isWith: "owner", viewer: "member", text: "the reporter" },
  { isWith: "owner", viewer: "reporter", text: "you" },
  { isWith: "primary", viewer: "member", text: "Gentoo, primary for A11" },
  { isWith: "backup", viewer: "member", text: "SUSE, backup for A11" },
  { isWith: "coordinators", viewer: "member", text: "the coordinators" },
] as const)("what is with the $isWith is, for a $viewer, with $text", ({ isWith, viewer, text }) => {
  expect(holderText({ ...owed, isWith }, holders, viewer)).toBe(text);
});

test("a vacancy is said to be one, and a reporter is told no organisation", () => {
  expect(holderText({ ...owed, duty: "A12", isWith: "backup" }, holders, "member")).toContain("A12 has no backup");
  expect(holderText({ ...owed, isWith: "primary" }, null, "reporter")).not.toContain("Gentoo");
});
