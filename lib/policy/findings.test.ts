import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { addDays, dayMs } from "#lib/base/instant.ts";
import { problemText } from "#lib/base/problem.ts";
import { acceptableFacts, mondayAt } from "./_acceptable-facts.ts";
import { unansweredFacts } from "./facts.ts";
import type { SubmissionFacts } from "./facts.ts";
import { findingsOf, mayBeSubmitted } from "./findings.ts";
import { distros2012 } from "./policies/distros-2012.ts";
import { distros2017 } from "./policies/distros-2017.ts";
import { envoy } from "./policies/envoy.ts";
import { kubernetesDistributors } from "./policies/kubernetes-distributors.ts";
import { openstackVmt } from "./policies/openstack-vmt.ts";
import { xen } from "./policies/xen.ts";

const second = 1000;
const codesOf = (changed: Partial<SubmissionFacts>) =>
  findingsOf(acceptableFacts(changed), distros2017).map(({ problem, weight }) => `${weight} ${problem.code}`);

const optional = <Value>(...values: readonly Value[]) => fc.constantFrom(null, ...values);
const yesNo = optional(true, false);
const instant = fc.option(
  fc.integer({ min: -3 * dayMs, max: 40 * dayMs }).map((ms) => new Date(mondayAt.getTime() + ms)),
);

const anyFacts: fc.Arbitrary<SubmissionFacts> = fc.record({
  receivedAt: fc.integer({ min: 0, max: 7 * dayMs }).map((ms) => new Date(mondayAt.getTime() + ms)),
  list: optional("distros", "linux-distros"),
  isPublic: yesNo,
  isOpenSource: yesNo,
  cveIsOnlyWish: yesNo,
  severity: optional("low", "medium", "high"),
  isLinuxOnly: yesNo,
  affectsKernel: yesNo,
  toldOthers: fc.option(
    fc.subarray(["upstream", "other-distributions", "other-projects", "kernel-security-team"] as const),
  ),
  othersAnswer: optional("accepted", "opposed", "not-asked", "disclosing-anyway"),
  fixIsPublic: yesNo,
  fixReadyAt: instant,
  isExtensionAgreed: yesNo,
  proposedDisclosureAt: instant,
  hasExploit: yesNo,
  exploitPublicationAt: instant,
  cveWish: optional("has", "wants", "requested", "none"),
});

describe("findings", () => {
  test("of a report as it should be are none", () => {
    expect(codesOf({})).toEqual([]);
  });

  test.each<{ what: string; changed: Partial<SubmissionFacts>; expected: readonly string[] }>([
    { what: "public already (R1)", changed: { isPublic: true }, expected: ["refusal ALREADY_PUBLIC"] },
    { what: "not Open Source (R2)", changed: { isOpenSource: false }, expected: ["refusal NOT_OPEN_SOURCE"] },
    { what: "only a CVE id (R3)", changed: { cveIsOnlyWish: true }, expected: ["refusal CVE_ONLY"] },
    { what: "low severity (R4)", changed: { severity: "low" }, expected: ["refusal SEVERITY_TOO_LOW"] },
    { what: "medium severity (R4)", changed: { severity: "medium" }, expected: [] },
    { what: "Linux only, to distros (R5)", changed: { isLinuxOnly: true }, expected: ["advice LINUX_ONLY_ON_DISTROS"] },
    { what: "Linux only, to linux-distros (R5)", changed: { isLinuxOnly: true, list: "linux-distros" }, expected: [] },
    { what: "no date (R7)", changed: { proposedDisclosureAt: null }, expected: ["refusal DATE_MISSING"] },
    { what: "a date now (R7)", changed: { proposedDisclosureAt: mondayAt }, expected: ["refusal DATE_IN_PAST"] },
    {
      what: "14 days and a second (R11)",
      changed: { proposedDisclosureAt: new Date(addDays(mondayAt, 14).getTime() + second) },
      expected: ["refusal EMBARGO_TOO_LONG"],
    },
    {
      what: "exactly 14 days (R11)",
      changed: { proposedDisclosureAt: addDays(mondayAt, 14) },
      expected: ["advice EMBARGO_OVER_PREFERRED"],
    },
    {
      what: "an hour (R7)",
      changed: { proposedDisclosureAt: addDays(mondayAt, 1 / 24) },
      expected: ["advice EMBARGO_UNDER_ONE_DAY"],
    },
    {
      what: "a Saturday (R7)",
      changed: { proposedDisclosureAt: addDays(mondayAt, 5) },
      expected: ["advice DISCLOSURE_ON_WEEKEND"],
    },
    { what: "nobody told (R12)", changed: { toldOthers: [] }, expected: ["advice OTHERS_NOT_TOLD"] },
    { what: "told or not unsaid (R12)", changed: { toldOthers: null }, expected: ["advice OTHERS_NOT_TOLD"] },
    {
      what: "nobody told, disclosing soon anyway (R12)",
      changed: { toldOthers: [], othersAnswer: "disclosing-anyway" },
      expected: [],
    },
    { what: "told, not asked (R12)", changed: { othersAnswer: "not-asked" }, expected: ["advice OTHERS_NOT_ASKED"] },
    { what: "told, answer unsaid (R12)", changed: { othersAnswer: null }, expected: ["advice OTHERS_NOT_ASKED"] },
    { what: "told, opposed (R12)", changed: { othersAnswer: "opposed" }, expected: ["advice OTHERS_OPPOSED"] },
    {
      what: "the kernel, its team not told (R12)",
      changed: { affectsKernel: true },
      expected: ["advice KERNEL_TEAM_NOT_TOLD"],
    },
    {
      what: "the kernel, its team told (R12)",
      changed: { affectsKernel: true, toldOthers: ["kernel-security-team"] },
      expected: [],
    },
    { what: "a public fix (A3)", changed: { fixIsPublic: true }, expected: ["advice FIX_PUBLIC"] },
    { what: "no word of CVE ids (A8)", changed: { cveWish: null }, expected: ["advice CVE_NOT_MENTIONED"] },
    { what: "a wish for a CVE id (A7)", changed: { cveWish: "wants" }, expected: [] },
    { what: "no list (L1)", changed: { list: null }, expected: ["refusal ANSWER_MISSING"] },
    { what: "public or not unsaid (R1)", changed: { isPublic: null }, expected: ["refusal ANSWER_MISSING"] },
    { what: "Open Source or not unsaid (R2)", changed: { isOpenSource: null }, expected: ["refusal ANSWER_MISSING"] },
    { what: "CVE only or not unsaid (R3)", changed: { cveIsOnlyWish: null }, expected: ["refusal ANSWER_MISSING"] },
    { what: "severity unsaid (R4)", changed: { severity: null }, expected: ["refusal ANSWER_MISSING"] },
  ])("$what: $expected", ({ changed, expected }) => {
    expect(codesOf(changed)).toEqual(expected);
  });

  test("put refusals first, each in the order of the form", () => {
    const findings = findingsOf(unansweredFacts(mondayAt), distros2017);
    expect(findings.map(({ problem, clause }) => `${clause} ${problem.field} ${problem.code}`)).toEqual([
      "L1 list ANSWER_MISSING",
      "R1 isPublic ANSWER_MISSING",
      "R2 isOpenSource ANSWER_MISSING",
      "R3 cveIsOnlyWish ANSWER_MISSING",
      "R4 severity ANSWER_MISSING",
      "R7 proposedDisclosureAt DATE_MISSING",
      "R12 toldOthers OTHERS_NOT_TOLD",
      "A8 cveWish CVE_NOT_MENTIONED",
    ]);
    expect(mayBeSubmitted(findings)).toBe(false);
  });

  test("of what belongs in public say where", () => {
    const post = { kind: "post-publicly", name: "oss-security", href: "https://www.openwall.com/lists/oss-security/" };
    for (const changed of [{ isPublic: true }, { severity: "low" }, { cveIsOnlyWish: true }] as const)
      expect(findingsOf(acceptableFacts(changed), distros2017)[0]?.mend).toEqual(post);
    expect(findingsOf(acceptableFacts({ isLinuxOnly: true }), distros2017)[0]?.mend).toEqual({
      kind: "choose-list",
      list: "linux-distros",
    });
  });

  test("are not made of a broken clock", () => {
    expect(() => findingsOf(unansweredFacts(new Date(Number.NaN)), distros2017)).toThrow("receivedAt");
  });

  const anyPolicy = fc.constantFrom(distros2017, distros2012, kubernetesDistributors, xen, envoy, openstackVmt);

  prop.prop([anyFacts, anyPolicy])(
    "are the same whenever they are asked for, and can be put in words",
    (facts, policy) => {
      const findings = findingsOf(facts, policy);
      expect(findingsOf({ ...facts }, policy)).toEqual(findings);
      for (const { problem } of findings) {
        const { wrong, mend } = problemText(problem);
        expect(wrong).toMatch(/^[A-Z].*\.$/);
        expect(mend).toMatch(/^[A-Z].*\.$/);
        expect(`${wrong} ${mend}`).not.toMatch(/undefined|null|NaN|\[object/);
        // What JSON carries to the API's caller and back is the same text.
        expect(problemText(JSON.parse(JSON.stringify(problem)) as typeof problem)).toEqual({ wrong, mend });
      }
    },
  );

  prop.prop([anyFacts, anyPolicy])(
    "that offer a value are mended by it, and no refusal comes of it",
    (facts, policy) => {
      const before = findingsOf(facts, policy);
      for (const { problem, mend } of before) {
        if (mend === null || mend.kind === "post-publicly") continue;
        const value = mend.kind === "use-instant" ? mend.instant : mend.list;
        const after = findingsOf({ ...facts, [problem.field]: value }, policy);
        const known = before.map((finding) => finding.problem.code);
        expect(after.map((finding) => finding.problem.code)).not.toContain(problem.code);
        for (const finding of after)
          if (finding.weight === "refusal" && !finding.problem.code.startsWith("EXPLOIT_"))
            expect(known).toContain(finding.problem.code);
      }
    },
  );

  prop.prop([anyFacts])("refuse nothing that keeps every limit", (facts) => {
    const { receivedAt } = facts;
    const kept = acceptableFacts({
      ...facts,
      list: "distros",
      isPublic: false,
      isOpenSource: true,
      cveIsOnlyWish: false,
      severity: "high",
      hasExploit: false,
      proposedDisclosureAt: addDays(receivedAt, 14),
    });
    expect(mayBeSubmitted(findingsOf(kept, distros2017))).toBe(true);
  });
});
