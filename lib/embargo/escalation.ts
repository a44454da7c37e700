import { addHours } from "#lib/base/instant.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Obligation } from "./obligation.ts";

/** Whom an obligation is with: who owes it first, then those of the duty that looks after it, then the coordinators. */
export type Recipient = "owner" | "primary" | "backup" | "coordinators";

export interface EscalationInstant {
  readonly to: Exclude<Recipient, "owner">;
  readonly at: Date;
}

/** When an obligation that stays open goes on, and to whom: in order of time. */
export function escalationsOf(dueAt: Date, { escalation }: Pick<Policy, "escalation">): readonly EscalationInstant[] {
  return escalation
    .map(({ to, afterHours }) => ({ to, at: addHours(dueAt, afterHours) }))
    .toSorted((left, right) => left.at.getTime() - right.at.getTime());
}

/** Whom it is with at `now`. What is closed stays with its owner. */
export function escalationAt(
  { dueAt, closing }: Pick<Obligation, "dueAt" | "closing">,
  policy: Pick<Policy, "escalation">,
  now: Date,
): Recipient {
  if (closing !== null) return "owner";
  return escalationsOf(dueAt, policy).findLast(({ at }) => at <= now)?.to ?? "owner";
}
