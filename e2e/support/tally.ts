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

/**
 * Tries things in turn. What takes longer than `maximumMs` is a fault like one that throws, if it does so again: once
 * may be the machine's doing.
 */
export async function tally(
  { seed, count, maximumMs = calmMs }: { readonly seed: number; readonly count: number; readonly maximumMs?: number },
  next: (number: number) => Trial,
): Promise<Tally> {
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  let slowestMs = 0;
  for (let number = 0; number < count; number += 1) {
    const trial = next(number);
    const first = await timed(trial);
    const { outcome, ms, fault } = first.ms > maximumMs ? await timed(trial) : first;
    if (fault !== null) faults.push(`${String(number)} (${trial.how}): ${fault}`);
    if (ms > maximumMs) faults.push(`${String(number)} (${trial.how}): took ${ms.toFixed(0)} ms, and as long before`);
    slowestMs = Math.max(slowestMs, ms);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return { seed, outcomes, faults, slowestMs };
}

interface Timed {
  readonly outcome: string;
  readonly ms: number;
  readonly fault: string | null;
}

async function timed({ run }: Trial): Promise<Timed> {
  const began = performance.now();
  const [outcome, fault] = await run().then(
    (became) => [became, null] as const,
    (error: unknown) => ["FAULT", error instanceof Error ? error.message : String(error)] as const,
  );
  return { outcome, ms: performance.now() - began, fault };
}
