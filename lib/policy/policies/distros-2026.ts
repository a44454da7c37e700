import type { Policy } from "../policy.ts";
import { distros2017 } from "./distros-2017.ts";

/**
 * The policy of distros and linux-distros as far as it could be read from 2022 to 2026. A fix in a public repository now
 * makes an issue public, and longer embargoes were granted in public three times, each a little over 20 days and without
 * a rule, so none is here. What could not be read is as it was in 2017.
 */
export const distros2026: Policy = {
  ...distros2017,
  version: "distros-2026-08",
  name: "distros and linux-distros, 2022 to 2026",
  source: "https://oss-security.openwall.org/wiki/mailing-lists/distros",

  publicFix: { weight: "refusal", toleratedHours: 0 },
};
