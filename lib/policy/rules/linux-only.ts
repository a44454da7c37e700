import { advice } from "../finding.ts";
import type { Rule } from "../finding.ts";

/** Advises the Linux list for an issue of Linux alone. */
export const linuxOnly: Rule = {
  check({ list, isLinuxOnly }, { linuxOnlyList }) {
    if (isLinuxOnly !== true || linuxOnlyList === null || list === null || list === linuxOnlyList) return null;

    return advice(
      "R5",
      { code: "LINUX_ONLY_ON_DISTROS", field: "list", facts: { list, linuxOnlyList } },
      { kind: "choose-list", list: linuxOnlyList },
    );
  },
};
