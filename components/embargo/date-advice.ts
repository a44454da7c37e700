import { minuteMs } from "#lib/base/instant.ts";
import { unansweredFacts } from "#lib/policy/facts.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { findingsOf, isAboutDateAlone } from "#lib/policy/findings.ts";
import { wholeMinute } from "#lib/policy/latest-instant.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";

export interface DateAdvice {
  readonly finding: Finding;
  /** A date against which that speaks no more; null where the policy has none that is still to come. */
  readonly betterAt: Date | null;
}

type Judged = Pick<ShownIssue, "policy" | "clockStartsAt" | "isExtensionAgreed">;

/** What the policy advises of a date that somebody is about to propose. What it refuses, the portal refuses. */
export function dateAdvice(
  disclosureAt: Date,
  { policy, clockStartsAt, isExtensionAgreed }: Judged,
  { receivedAt, now }: { readonly receivedAt: Date; readonly now: Date },
): readonly DateAdvice[] {
  const facts = {
    ...unansweredFacts(receivedAt),
    proposedDisclosureAt: disclosureAt,
    fixReadyAt: clockStartsAt,
    isExtensionAgreed,
  };
  return findingsOf(facts, policyOf(policy.version))
    .filter((finding) => finding.weight === "advice" && isAboutDateAlone(finding))
    .map((finding) => {
      const better = finding.mend?.kind === "use-instant" ? finding.mend.instant : null;
      return { finding, betterAt: better !== null && better > now ? better : null };
    });
}

const dateCodes: ReadonlySet<string> = new Set([
  "DATE_IN_PAST",
  "NOTICE_TOO_SHORT",
  "EMBARGO_TOO_LONG",
  "PROPOSAL_UNCHANGED",
]);

/** Whether a refusal is about the date that was proposed, and so stands beside its field. */
export function isDateProblem({ code }: Pick<ShownProblem, "code">): boolean {
  return dateCodes.has(code);
}

/** The nearest whole minute that would not be refused, where a refusal of a date names one. */
export function allowedInstead({ code, facts }: Pick<ShownProblem, "code" | "facts">): Date | null {
  const { latestAt, earliestAt } = facts;
  if (code === "EMBARGO_TOO_LONG" && typeof latestAt === "string") return wholeMinute(new Date(latestAt));
  if (code === "NOTICE_TOO_SHORT" && typeof earliestAt === "string")
    return wholeMinute(new Date(new Date(earliestAt).getTime() + minuteMs - 1));
  return null;
}
