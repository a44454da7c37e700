import type { Finding } from "#lib/policy/finding.ts";
import { findingsOf, isAboutDateAlone } from "#lib/policy/findings.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { isDraftField, stepOf, type Draft, type DraftField, type FormStep } from "./draft.ts";
import { factsOf } from "./draft-facts.ts";
import { suggestedDisclosureAt } from "./suggested-disclosure.ts";

/** What the policy says of a draft at an instant. Of a date that is not to be agreed yet it only advises (A2). */
export function draftFindings(draft: Draft, policy: Policy, now: Date): readonly Finding[] {
  const findings = findingsOf(factsOf(draft, now), policy).map((finding) => withBetterDate(finding, policy, now));
  return draft.isProvisional
    ? findings.map((finding) => (isAboutDateAlone(finding) ? { ...finding, weight: "advice" } : finding))
    : findings;
}

/** In place of no date, or of one that is over, the form offers one against which the policy has nothing at all. */
function withBetterDate(finding: Finding, policy: Policy, now: Date): Finding {
  const { code } = finding.problem;
  if (code !== "DATE_MISSING" && code !== "DATE_IN_PAST") return finding;
  const instant = suggestedDisclosureAt(now, policy);
  return instant === null ? finding : { ...finding, mend: { kind: "use-instant", instant } };
}

/** The field of the form that a finding speaks of. */
export function fieldOf({ problem }: Finding): DraftField {
  if (!isDraftField(problem.field)) throw new Error(`finding about ${problem.field}, which the form does not ask`);
  return problem.field;
}

/**
 * The findings to show while somebody types: those about what they have answered, and all of a step that they have
 * tried to leave. Nobody is told off about a question that they have not come to.
 */
export function visibleFindings(
  findings: readonly Finding[],
  touched: ReadonlySet<DraftField>,
  tried: ReadonlySet<FormStep>,
): readonly Finding[] {
  return findings.filter((finding) => {
    const field = fieldOf(finding);
    return touched.has(field) || tried.has(stepOf(field));
  });
}
