import type { Policy } from "./policy.ts";
import { distros2017 } from "./policies/distros-2017.ts";
import { distros2026 } from "./policies/distros-2026.ts";
import { linuxKernel } from "./policies/linux-kernel.ts";

/** Those that a list may name. Pages carry them all, so there are only as many as lists have a use for. */
const policies: ReadonlyMap<string, Policy> = new Map(
  [distros2017, distros2026, linuxKernel].map((policy) => [policy.version, policy]),
);

/** The policy that a list or report names by its version. A version on record that we do not ship is our own bug. */
export function policyOf(version: string): Policy {
  const policy = policies.get(version);
  if (policy === undefined) throw new Error(`unknown policy version ${version}`);
  return policy;
}
