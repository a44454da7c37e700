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
  WORK_REQUIRED: {
    status: 429,
    text: ({ retryAfterSeconds }: { retryAfterSeconds: number }) => ({
      wrong:
        "Much is being sent from this address or with this receipt just now, so some computing is asked for first.",
      mend: `The page does it by itself; without it, try again in ${String(retryAfterSeconds)} seconds.`,
    }),
  },
  RECEIPT_HOLDS_KEY: {
    status: 400,
    text: (_: NoFacts) => ({
      wrong: "This receipt holds the key to your report and must never be sent to the server.",
      mend: "Type it on the receipt page only, where it stays in your browser. Nothing of it was kept here.",
    }),
  },
  SIGN_IN_REFUSED: {
    status: 403,
    text: (_: NoFacts) => ({
      wrong: "This did not sign you in.",
      mend: "Sign the challenge again with the key that your coordinator enrolled.",
    }),
  },
  SERVER_ERROR: {
    status: 500,
    text: (_: NoFacts) => ({
      wrong: "Something broke on the portal's side.",
      mend: "Nothing of yours was changed; try again, and tell the operator if it stays so.",
    }),
  },
} as const satisfies ProblemEntries;
