import type { Tally } from "#e2e/support/tally.ts";

/** Prints what was counted, most first. */
export function printCounts(title: string, counts: ReadonlyMap<string, number>): void {
  console.log(`  ${title}:`);
  for (const [what, count] of [...counts].sort(([, left], [, right]) => right - left)) {
    console.log(`    ${String(count).padStart(6)}  ${what}`);
  }
}

/** Prints a tally and answers its faults. */
export function printTally(title: string, { seed, outcomes, faults, slowestMs }: Tally): readonly string[] {
  printCounts(`${title}, seed ${String(seed)}, the slowest in ${slowestMs.toFixed(0)} ms`, outcomes);
  return faults.map((fault) => `${title}, seed ${String(seed)}: ${fault}`);
}
