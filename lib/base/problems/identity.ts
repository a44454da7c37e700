import type { ProblemEntries } from "./text.ts";

export const identityProblems = {} as const satisfies ProblemEntries;
