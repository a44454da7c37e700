import type { ProblemEntries } from "./text.ts";

export const envelopeProblems = {} as const satisfies ProblemEntries;
