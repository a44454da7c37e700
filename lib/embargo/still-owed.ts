import type { Obligation } from "./obligation.ts";

/** What is not given yet, in the order of the obligations. Whether it is late is for the caller, who has a clock. */
export function stillOwed(obligations: readonly Obligation[]): readonly Obligation[] {
  return obligations.filter(({ closing }) => closing === null);
}

/** What is owed next, by whomever, or null where nothing is. */
export function nextOwed(obligations: readonly Obligation[]): Obligation | null {
  return stillOwed(obligations)[0] ?? null;
}

/** From when on a reporter who has heard nothing should ask again (R8), or null where that is moot. */
export function askAgainFrom(obligations: readonly Obligation[]): Date | null {
  return stillOwed(obligations).find(({ kind }) => kind === "ACKNOWLEDGE")?.dueAt ?? null;
}

/** Whether a thing is still owed after its instant. At the instant itself it is just in time. */
export function isLate({ closing, dueAt }: Pick<Obligation, "closing" | "dueAt">, now: Date): boolean {
  return closing === null && dueAt < now;
}
