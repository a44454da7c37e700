import { describe, expect, test } from "vitest";
import { duties2017, dutyIds } from "./duty.ts";
import type { DutyRole } from "./duty.ts";

/** The duties that an organisation held, in their order. */
const heldBy = (organisation: string, role: DutyRole) => dutyIds.filter((id) => duties2017[id][role] === organisation);

describe("in 2017", () => {
  test.each([
    { organisation: "Red Hat", primary: ["T1", "T2", "A7", "A8"], backup: [] },
    { organisation: "Amazon Linux AMI", primary: ["T3", "A10"], backup: ["A9", "A11", "A12", "A13"] },
    { organisation: "CoreOS", primary: ["A1", "A2", "A6"], backup: [] },
    { organisation: "CloudLinux", primary: ["A3"], backup: ["A2", "A6"] },
    { organisation: "SUSE", primary: ["A5"], backup: ["A10"] },
    { organisation: "Gentoo", primary: ["A9", "A11", "A12", "A13"], backup: [] },
    { organisation: "Oracle", primary: [], backup: ["A1"] },
    { organisation: "Debian", primary: [], backup: ["A7", "A8"] },
  ])("$organisation looked after $primary, and stood in for $backup", ({ organisation, primary, backup }) => {
    expect({ primary: heldBy(organisation, "primary"), backup: heldBy(organisation, "backup") }).toEqual({
      primary,
      backup,
    });
  });

  test("four duties were vacant, and five more had nobody to stand in", () => {
    expect(dutyIds.filter((id) => duties2017[id].primary === undefined)).toEqual(["T4", "T5", "T6", "A4"]);
    expect(dutyIds.filter((id) => duties2017[id].backup === undefined)).toHaveLength(4 + 5);
  });
});
