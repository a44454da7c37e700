import { describe, expect, test } from "vitest";
import { acceptableAnswers, edgesAt, policyEdges, type EdgeFinding } from "#e2e/support/policy-edges.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import { distros2017 } from "#lib/policy/policies/distros-2017.ts";
import { submissionFacts } from "#lib/schema/clear-facts.ts";
import { draftFindings, fieldOf } from "./draft-findings.ts";
import { emptyDraft, type Draft } from "./draft.ts";
import { clearFactsOf } from "./draft-facts.ts";

/** The form as somebody has filled it in who answers so. */
function draftOf(answers: Partial<typeof acceptableAnswers>): Draft {
  const { proposedDisclosureAt, exploitPublicationAt, ...others } = { ...acceptableAnswers, ...answers };
  return {
    ...emptyDraft,
    ...others,
    proposedDisclosureAt: proposedDisclosureAt?.toISOString() ?? "",
    exploitPublicationAt: exploitPublicationAt?.toISOString() ?? "",
  };
}

/** The form offers a better date than the API where there is none, or it is over (suggested-disclosure.test.ts). */
function offerOf({ mend, problem }: Finding): EdgeFinding["offer"] {
  if (mend === null || problem.code === "DATE_MISSING" || problem.code === "DATE_IN_PAST") return null;
  return mend.kind === "use-instant" ? { ...mend, instant: mend.instant.toISOString() } : mend;
}

function expectedOffer({ code, offer }: EdgeFinding): EdgeFinding["offer"] {
  return code === "DATE_MISSING" || code === "DATE_IN_PAST" ? null : offer;
}

describe("while somebody types, the form says of", () => {
  test.each(policyEdges)("$what: $finding.code", ({ answers, finding }) => {
    const findings = draftFindings(draftOf(answers), distros2017, edgesAt);
    expect(
      findings.map((found) => ({
        weight: found.weight,
        code: found.problem.code,
        clause: found.clause,
        field: fieldOf(found),
        offer: offerOf(found),
      })),
    ).toEqual(finding === null ? [] : [{ ...finding, offer: expectedOffer(finding) }]);
  });

  test.each(policyEdges)("$what: the server refuses for it what the form does", ({ answers, finding }) => {
    const facts = submissionFacts(clearFactsOf(draftOf(answers)), edgesAt);
    const refusals = findingsOf(facts, distros2017).filter(({ weight }) => weight === "refusal");
    expect(refusals.map(({ problem }) => problem.code)).toEqual(finding?.weight === "refusal" ? [finding.code] : []);
  });
});
