/** Whole numbers that follow one another: the first and the last of them. */
export type Run = readonly [first: number, last: number];

/** Rising whole numbers, by the runs that they make. */
export function runsOf(rising: readonly number[]): readonly Run[] {
  const runs: [number, number][] = [];
  for (const each of rising) {
    const current = runs.at(-1);
    if (current?.[1] === each - 1) current[1] = each;
    else runs.push([each, each]);
  }
  return runs;
}

/** Whether a number is in one of the runs. */
export function isInRuns(runs: readonly Run[], number: number): boolean {
  return runs.some(([first, last]) => first <= number && number <= last);
}

/** How many numbers the runs have. */
export function countOfRuns(runs: readonly Run[]): number {
  return runs.reduce((count, [first, last]) => count + last - first + 1, 0);
}
