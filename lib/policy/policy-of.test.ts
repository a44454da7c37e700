import { expect, test } from "vitest";
import { distros2012 } from "./policies/distros-2012.ts";
import { distros2017 } from "./policies/distros-2017.ts";
import { distros2026 } from "./policies/distros-2026.ts";
import { linuxKernel } from "./policies/linux-kernel.ts";
import { policyOf } from "./policy-of.ts";

test("a list names its policy by the version, and a version that is not shipped is a bug", () => {
  for (const policy of [distros2017, distros2026, linuxKernel]) expect(policyOf(policy.version)).toBe(policy);
  expect(() => policyOf(distros2012.version)).toThrow(distros2012.version);
});
