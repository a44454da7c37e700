import type { ProblemEntries } from "./text.ts";

export const mimeProblems = {} as const satisfies ProblemEntries;
