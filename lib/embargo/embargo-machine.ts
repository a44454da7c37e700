import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { givenInstant } from "#lib/policy/facts.ts";
import type { SubmissionFacts } from "#lib/policy/facts.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { mayBeSubmitted } from "#lib/policy/findings.ts";

/** The states of an issue's agreed secrecy, as in CERT/CC's Vultron protocol (embargo management). */
export type EmbargoState = "none" | "proposed" | "active" | "revise" | "exited";

export type EmbargoStep = "propose" | "accept" | "reject" | "terminate";

/** `exited` is final: what has been public once has no second embargo. */
const steps: Readonly<Record<EmbargoState, Partial<Readonly<Record<EmbargoStep, EmbargoState>>>>> = {
  none: { propose: "proposed" },
  proposed: { propose: "proposed", accept: "active", reject: "none" },
  active: { propose: "revise", terminate: "exited" },
  revise: { propose: "revise", accept: "active", reject: "active", terminate: "exited" },
  exited: {},
};

/** @problem EMBARGO_STEP_IMPOSSIBLE when the machine knows no such step from `state`. */
export function embargoAfter(
  state: EmbargoState,
  step: EmbargoStep,
): Result<EmbargoState, Problem<"EMBARGO_STEP_IMPOSSIBLE">> {
  const next = steps[state][step];
  return next === undefined
    ? refused({ code: "EMBARGO_STEP_IMPOSSIBLE", clause: "M1", facts: { state, step } })
    : ok(next);
}

/**
 * The state in which a report's embargo begins. Its date is the reporter's proposal, which the list's standing policy
 * accepts at once where nothing refuses it (R11). What is public has no embargo (R1), and neither has a report without a
 * date; a date that is refused stays a proposal until a better one is agreed (A2).
 */
export function embargoAtSubmission(
  findings: readonly Finding[],
  facts: Pick<SubmissionFacts, "isPublic" | "proposedDisclosureAt">,
): Extract<EmbargoState, "none" | "proposed" | "active"> {
  if (facts.isPublic === true || givenInstant(facts.proposedDisclosureAt) === null) return "none";
  return mayBeSubmitted(findings) ? "active" : "proposed";
}
