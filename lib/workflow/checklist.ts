import { mayPropose } from "#lib/embargo/negotiation.ts";
import { triageOf, type TriageAnswer, type TriageEntry } from "#lib/embargo/triage.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { embargoOfIssue, negotiationOf, type ReportCase } from "./load-case.ts";

/** The checklist of a report (A1 to A8) at `now`. */
export function checklistOf(loaded: ReportCase, answers: readonly TriageAnswer[], now: Date): readonly TriageEntry[] {
  const { report, issues } = loaded;
  return triageOf(answers, {
    policy: policyOf(report.policyVersion),
    list: report.listName,
    cveWish: report.facts.cveWish,
    isDateWithinPolicy: issues.every((each) => isDateWithinPolicy(loaded, each, now)),
  });
}

/** Whether a date is agreed, or one that may still be agreed is on the table. */
function isDateWithinPolicy(loaded: ReportCase, each: ReportCase["issues"][number], now: Date): boolean {
  const { agreement, end, openProposals } = embargoOfIssue(each, now);
  if (agreement !== null || end !== null) return true;
  const negotiation = { ...negotiationOf(loaded, each, now), records: [] };
  return openProposals.some(({ by, disclosureAt }) => mayPropose(negotiation, { by, disclosureAt }).ok);
}

/** That the list would much rather see a report published now (A3): since when, and why. */
export interface PublicationWish {
  readonly at: Date;
  readonly because: "public" | "low";
}

/** Null while not enough members have said that the issue is public or minor. */
export function publicationWishOf(
  loaded: ReportCase,
  answers: readonly TriageAnswer[],
  now: Date,
): PublicationWish | null {
  for (const { state } of checklistOf(loaded, answers, now)) {
    if (state.step !== "confirmed" || state.answer.question !== "public-or-low") continue;
    const { answer } = state.answer;
    if (answer !== "neither") return { at: state.at, because: answer };
  }
  return null;
}
