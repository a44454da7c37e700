import { isBeyondLimit, limitOf } from "./embargo-limit.ts";
import type { EmbargoClock } from "./embargo-limit.ts";
import { givenInstant } from "./facts.ts";
import type { SubmissionFacts } from "./facts.ts";
import type { Policy } from "./policy.ts";

/** When the policy's clock starts for this report, or null while it has not (no fix is ready yet). */
export function clockStartOf(facts: SubmissionFacts, policy: Policy): Date | null {
  return policy.clockStart === "first-private-post" ? facts.receivedAt : givenInstant(facts.fixReadyAt);
}

export function clockOf(facts: SubmissionFacts, policy: Policy): EmbargoClock {
  return {
    receivedAt: facts.receivedAt,
    startsAt: clockStartOf(facts, policy),
    isExtensionAgreed: facts.isExtensionAgreed === true,
  };
}

/** Latest disclosure for these very facts, or null where nothing limits it. */
export function latestDisclosureOf(facts: SubmissionFacts, policy: Policy): Date | null {
  return limitOf(clockOf(facts, policy), policy)?.latestAt ?? null;
}

/** Whether a disclosure at `disclosureAt` lasts longer than the policy allows for these facts. */
export function isBeyondMaximum(disclosureAt: Date, facts: SubmissionFacts, policy: Policy): boolean {
  return isBeyondLimit(disclosureAt, clockOf(facts, policy), policy);
}
