import type { NoFacts, ProblemEntries } from "./text.ts";

export const accessProblems = {
  NOT_FOUND: {
    status: 404,
    text: (_: NoFacts) => ({
      wrong: "There is nothing here for you.",
      mend: "Check the address; what you may not see looks the same as what does not exist.",
    }),
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    text: ({ retryAfterSeconds }: { retryAfterSeconds: number }) => ({
      wrong: "Too many requests have come from here in a short time.",
      mend: `Nothing was lost; try again in ${String(retryAfterSeconds)} seconds.`,
    }),
  },
} as const satisfies ProblemEntries;
