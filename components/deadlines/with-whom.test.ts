import { describe, expect, test } from "vitest";
import type { OrganisationId } from "#lib/base/id.ts";
import { withWhom, type DutyHolders } from "./with-whom.ts";

const holder = (role: "primary" | "backup", organisation: string): DutyHolders[number] => ({
  duty: "A11",
  role,
  organisationId: organisation as OrganisationId,
  organisation,
});
const both = [holder("primary", "Gentoo"), holder("backup", "Amazon Linux AMI")];

describe("what is owed", () => {
  test.each([
    { who: "the reporter first", owner: "reporter", isWith: "owner", holders: both, now: "the reporter" },
    { who: "the primary of what the list owes", owner: "list", isWith: "owner", holders: both, now: "Gentoo" },
    {
      who: "the backup where the primary is vacant",
      owner: "list",
      isWith: "owner",
      holders: both.slice(1),
      now: "Amazon Linux AMI",
    },
    { who: "the coordinators where both are", owner: "list", isWith: "owner", holders: [], now: "the coordinators" },
    { who: "the primary when it is late", owner: "reporter", isWith: "primary", holders: both, now: "Gentoo" },
    { who: "the backup when it is later", owner: "reporter", isWith: "backup", holders: both, now: "Amazon Linux AMI" },
    {
      who: "the primary where no backup takes over",
      owner: "reporter",
      isWith: "backup",
      holders: both.slice(0, 1),
      now: "Gentoo",
    },
    {
      who: "the coordinators at last",
      owner: "reporter",
      isWith: "coordinators",
      holders: both,
      now: "the coordinators",
    },
    {
      who: "nobody of another duty",
      owner: "list",
      isWith: "owner",
      holders: [{ ...both[0], duty: "A1" }],
      now: "the coordinators",
    },
  ] as const)("is with $who", ({ owner, isWith, holders, now }) => {
    const shown = withWhom({ owner, isWith, duty: "A11" }, holders as DutyHolders);
    expect(shown).toEqual({ owner: owner === "list" ? "the list" : "the reporter", now });
  });
});
