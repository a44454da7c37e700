import type { Policy } from "../policy.ts";

/**
 * How Fortnight reminds people where a policy is silent about it, which nearly all are: they say that somebody should
 * (A9), not when. A policy that does say so puts its own over these.
 */
export const ordinaryReminding: Pick<
  Policy,
  "progressDays" | "answerHours" | "confirmations" | "reminderHoursBefore" | "reminderHoursAfter" | "escalation"
> = {
  progressDays: 3,
  answerHours: 48,
  confirmations: 2,
  reminderHoursBefore: [72, 24, 2],
  reminderHoursAfter: [24, 72],
  escalation: [
    { to: "primary", afterHours: 12 },
    { to: "backup", afterHours: 24 },
    { to: "coordinators", afterHours: 48 },
  ],
};
