import { addDays, minuteMs } from "#lib/base/instant.ts";
import { givenInstant } from "../facts.ts";
import { advice, refusal } from "../finding.ts";
import type { Finding, Rule } from "../finding.ts";
import { wholeMinute } from "../latest-instant.ts";

/**
 * Refuses a disclosure before the policy's shortest notice is over, and advises against one within a day, when half
 * the world has not yet been awake. Exactly the notice, and exactly a day, pass.
 */
export const minimumNotice: Rule = {
  check({ receivedAt, proposedDisclosureAt }, policy): Finding | null {
    const disclosureAt = givenInstant(proposedDisclosureAt);
    if (disclosureAt === null || disclosureAt <= receivedAt) return null;

    if (policy.minimumNoticeDays !== null && disclosureAt < addDays(receivedAt, policy.minimumNoticeDays)) {
      const earliestAt = addDays(receivedAt, policy.minimumNoticeDays);
      const facts = { minimumNoticeDays: policy.minimumNoticeDays, earliestAt: earliestAt.toISOString() };
      return refusal(
        "R7",
        { code: "NOTICE_TOO_SHORT", field: "proposedDisclosureAt", facts },
        { kind: "use-instant", instant: nextWholeMinute(earliestAt) },
      );
    }

    if (!policy.advisesAtLeastOneDay || disclosureAt >= addDays(receivedAt, 1)) return null;
    return advice(
      "R7",
      {
        code: "EMBARGO_UNDER_ONE_DAY",
        field: "proposedDisclosureAt",
        facts: { proposedAt: disclosureAt.toISOString() },
      },
      { kind: "use-instant", instant: nextWholeMinute(addDays(receivedAt, 1)) },
    );
  },
};

function nextWholeMinute(instant: Date): Date {
  return wholeMinute(new Date(instant.getTime() + minuteMs - 1));
}
