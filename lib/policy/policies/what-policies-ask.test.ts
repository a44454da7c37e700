import { describe, expect, test } from "vitest";
import type { Policy } from "../policy.ts";
import { ordinaryReminding } from "./_ordinary-reminding.ts";
import { curl } from "./curl.ts";
import { distros2012 } from "./distros-2012.ts";
import { distros2017 } from "./distros-2017.ts";
import { distros2026 } from "./distros-2026.ts";
import { envoy } from "./envoy.ts";
import { kubernetesDistributors } from "./kubernetes-distributors.ts";
import { linuxKernel } from "./linux-kernel.ts";
import { openstackVmt } from "./openstack-vmt.ts";
import { projectZero } from "./project-zero.ts";
import { rust } from "./rust.ts";
import { xen } from "./xen.ts";

/** What a policy answers with yes, and where it names days. */
function asks(policy: Policy): string {
  const yes = Object.entries(policy).filter(([, value]) => value === true);
  const days = (["avoidedWeekdays", "avoidedDays"] as const).map((field) => policy[field].length);
  return `${yes.map(([field]) => field).join(" ")} ${days.join("+")}`;
}

const date = "mustProposeDate";
const notPublic = "refusesPublicIssues";
const distros = `advisesAtLeastOneDay ${date} ${notPublic} openSourceOnly refusesCveOnly othersFirst kernelTeamFirst asksAboutCve exploitRuleCoversThirdParties 3+2`;

describe("what a policy asks for", () => {
  // Versions are kept with reports for ever: none may change.
  test.each([
    { policy: distros2012, version: "distros-2012-01-20", asked: `${date} ${notPublic} 0+0` },
    { policy: distros2017, version: "distros-2017-08-02", asked: distros },
    { policy: distros2026, version: "distros-2026-08", asked: distros },
    { policy: linuxKernel, version: "linux-kernel-3e93d5bbcbfc", asked: `${notPublic} 0+0` },
    {
      policy: kubernetesDistributors,
      version: "kubernetes-distributors-0280c8c50718",
      asked: `${date} ${notPublic} 3+0`,
    },
    { policy: xen, version: "xen-predisclosure", asked: `${date} ${notPublic} 0+0` },
    { policy: curl, version: "curl-00a2109e6e2a", asked: `${date} ${notPublic} 0+0` },
    { policy: rust, version: "rust-086fd078a285", asked: `${date} ${notPublic} 0+0` },
    { policy: envoy, version: "envoy-0c189e1a7ad4", asked: `${notPublic} 0+4` },
    { policy: projectZero, version: "project-zero-2021", asked: `${notPublic} 0+0` },
    { policy: openstackVmt, version: "openstack-vmt-eb4136b179c8", asked: `${notPublic} 2+1` },
  ])("by $version is that, and no more: $asked", ({ policy, version, asked }) => {
    expect({ version: policy.version, asked: asks(policy) }).toEqual({ version, asked });
  });

  test("goes by a fix only where a clock starts with one", () => {
    const all = [distros2012, distros2017, linuxKernel, kubernetesDistributors, xen, curl, rust, envoy];
    const waiting = [...all, projectZero, openstackVmt].filter(({ clockStart }) => clockStart === "fix-ready");
    expect(waiting).toEqual([linuxKernel, envoy]);
  });

  test.each([
    { policy: linuxKernel, maximum: { unit: "day", count: 14 } },
    { policy: envoy, maximum: { unit: "week", count: 4 } },
    { policy: projectZero, maximum: { unit: "day", count: 120 } },
  ])("may be extended where that is agreed, to $maximum", ({ policy, maximum }) => {
    expect(policy.extension).toEqual({ condition: "agreed", maximum });
  });

  test("has a tag in the subject of a mail only where the distros are told", () => {
    expect([distros2012, distros2017, xen].map(({ subjectTag }) => subjectTag)).toEqual([null, "[vs]", null]);
  });
});

test("where a policy is silent people are reminded three days, a day and two hours ahead, and then others", () => {
  expect(ordinaryReminding).toEqual({
    progressDays: 3,
    answerHours: 48,
    confirmations: 2,
    reminderHoursBefore: [72, 24, 2],
    reminderHoursAfter: [24, 72],
    escalation: [
      { to: "primary", afterHours: 12 },
      { to: "backup", afterHours: 24 },
      { to: "coordinators", afterHours: 48 },
    ],
  });
  expect(kubernetesDistributors.reminderHoursBefore).toEqual([24]);
  expect(rust.escalation).toEqual([{ to: "coordinators", afterHours: 24 }]);
});
