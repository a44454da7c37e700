import type { ProblemEntries } from "./text.ts";

export const certificateProblems = {} as const satisfies ProblemEntries;
