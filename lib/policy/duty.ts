/** The duties of contributing back that somebody can hold: technical ones (T) and administrative ones (A). */
export const dutyIds = [
  "T1",
  "T2",
  "T3",
  "T4",
  "T5",
  "T6",
  "A1",
  "A2",
  "A3",
  "A4",
  "A5",
  "A6",
  "A7",
  "A8",
  "A9",
  "A10",
  "A11",
  "A12",
  "A13",
] as const;

export type DutyId = (typeof dutyIds)[number];

export const dutyRoles = ["primary", "backup"] as const;

export type DutyRole = (typeof dutyRoles)[number];

/** `nothing-found` is work done as much as `done` is (T3); `taken` says that somebody is at it. */
export const dutyOutcomes = ["taken", "done", "nothing-found"] as const;

export type DutyOutcome = (typeof dutyOutcomes)[number];

/** Who held what in 2017, by the names that the organisations have in L1; a role that is missing was vacant. */
export const duties2017: Readonly<Record<DutyId, Partial<Readonly<Record<DutyRole, string>>>>> = {
  T1: { primary: "Red Hat" },
  T2: { primary: "Red Hat" },
  T3: { primary: "Amazon Linux AMI" },
  T4: {},
  T5: {},
  T6: {},
  A1: { primary: "CoreOS", backup: "Oracle" },
  A2: { primary: "CoreOS", backup: "CloudLinux" },
  A3: { primary: "CloudLinux" },
  A4: {},
  A5: { primary: "SUSE" },
  A6: { primary: "CoreOS", backup: "CloudLinux" },
  A7: { primary: "Red Hat", backup: "Debian" },
  A8: { primary: "Red Hat", backup: "Debian" },
  A9: { primary: "Gentoo", backup: "Amazon Linux AMI" },
  A10: { primary: "Amazon Linux AMI", backup: "SUSE" },
  A11: { primary: "Gentoo", backup: "Amazon Linux AMI" },
  A12: { primary: "Gentoo", backup: "Amazon Linux AMI" },
  A13: { primary: "Gentoo", backup: "Amazon Linux AMI" },
};
