import { advice } from "../finding.ts";
import type { Rule } from "../finding.ts";

/** Advises to tell the kernel's security team first, since for a kernel issue it is the upstream. */
export const kernelTeam: Rule = {
  check({ affectsKernel, toldOthers }, { kernelTeamFirst }) {
    if (!kernelTeamFirst || affectsKernel !== true) return null;
    if (toldOthers?.includes("kernel-security-team") === true) return null;
    return advice("R12", { code: "KERNEL_TEAM_NOT_TOLD", field: "toldOthers", facts: {} }, null);
  },
};
