import type { ProblemEntries } from "./text.ts";

export const pgpProblems = {} as const satisfies ProblemEntries;
