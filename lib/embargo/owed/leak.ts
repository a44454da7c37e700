import { addDays } from "#lib/base/instant.ts";
import type { Policy } from "#lib/policy/policy.ts";
import { owed } from "../obligation.ts";
import type { Obligation } from "../obligation.ts";
import type { LeakFacts } from "../report-facts.ts";

/**
 * After a leak (M4): the reporter and the list are told at once; what happened, and what is done so that it does not
 * happen again, within the time in which the policy expects to hear of progress.
 */
export function leakOwed({ id, noticedAt }: LeakFacts, { progressDays }: Policy): readonly Obligation[] {
  const explainedAt = addDays(noticedAt, progressDays ?? 0);
  return [
    owed("TELL_LEAK", { part: id, openedAt: noticedAt, dueAt: noticedAt, closing: null }),
    owed("INVESTIGATE_LEAK", { part: id, openedAt: noticedAt, dueAt: explainedAt, closing: null }),
    owed("REPORT_LEAK", { part: id, openedAt: noticedAt, dueAt: explainedAt, closing: null }),
  ];
}
