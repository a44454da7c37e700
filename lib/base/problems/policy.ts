import type { ProblemEntries } from "./text.ts";

export const policyProblems = {} as const satisfies ProblemEntries;
