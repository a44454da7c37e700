/** What became of many damaged things: how often each outcome was seen, and all that must never be seen. */
export interface Tally {
  readonly seed: number;
  readonly outcomes: ReadonlyMap<string, number>;
  /** Each with its number, what was done to it, and what went wrong. */
  readonly faults: readonly string[];
  readonly slowestMs: number;
}

/** Longest that one damaged thing may keep anybody busy, where nothing else does. */
const calmMs = 1_000;

/** One thing to try, and what it was: told where it goes wrong. */
export interface Trial {
  readonly how: string;
  /** Answers what became of it; throws where something happened that must not. */
  readonly run: () => Promise<string>;
}

/** Tries things in turn. What takes longer than `maximumMs` is a fault like one that throws. */
export async function tally(
  { seed, count, maximumMs = calmMs }: { readonly seed: number; readonly count: number; readonly maximumMs?: number },
  next: (number: number) => Trial,
): Promise<Tally> {
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  let slowestMs = 0;
  for (let number = 0; number < count; number += 1) {
    const { how, run } = next(number);
    const began = performance.now();
    const outcome = await run().catch((error: unknown) => {
      faults.push(`${String(number)} (${how}): ${error instanceof Error ? error.message : String(error)}`);
      return "FAULT";
    });
    const spentMs = performance.now() - began;
    if (spentMs > maximumMs) faults.push(`${String(number)} (${how}): took ${spentMs.toFixed(0)} ms`);
    slowestMs = Math.max(slowestMs, spentMs);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return { seed, outcomes, faults, slowestMs };
}
