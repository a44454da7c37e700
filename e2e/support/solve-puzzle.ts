import { createHash } from "node:crypto";

/** `PUZZLE:COUNTER` whose SHA-256 begins with a number of zero bits that is wanted; found on this thread, for speed. */
export function solvePuzzle(puzzle: string, isWanted: (zeroBits: number) => boolean): string {
  for (let counter = 0; ; counter += 1) {
    const solution = `${puzzle}:${String(counter)}`;
    if (isWanted(Math.clz32(createHash("sha256").update(solution).digest().readUInt32BE(0)))) return solution;
  }
}
