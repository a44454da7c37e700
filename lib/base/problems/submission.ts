import type { ProblemEntries } from "./text.ts";

export const submissionProblems = {} as const satisfies ProblemEntries;
