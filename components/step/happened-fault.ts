import type { FieldFault } from "./use-step-form.ts";

/** What is wrong with an instant at which something is said to have happened, if anything is. */
export function happenedFault(fieldId: string, value: string, now: Date): readonly FieldFault[] {
  if (value === "") return [{ fieldId, text: "Give the date and the time at which it happened." }];
  return new Date(value) > now ? [{ fieldId, text: "This time is still to come: give one that has passed." }] : [];
}
