import { addDays } from "#lib/base/instant.ts";
import { unobjectionableAnswers } from "./unobjectionable-answers.ts";
import { unansweredFacts } from "./facts.ts";
import type { SubmissionFacts } from "./facts.ts";

/** A Monday morning in UTC, on which the tests' reports arrive unless they say otherwise. */
export const mondayAt = new Date("2026-11-02T09:12:31Z");

/** For tests: facts of which the 2017 policy has nothing to say at all, with what a test is about put over them. */
export function acceptableFacts(changed: Partial<SubmissionFacts> = {}): SubmissionFacts {
  const receivedAt = changed.receivedAt ?? mondayAt;
  return {
    ...unansweredFacts(receivedAt),
    ...unobjectionableAnswers,
    proposedDisclosureAt: addDays(receivedAt, 2),
    cveWish: "none",
    ...changed,
  };
}
