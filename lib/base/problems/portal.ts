import type { ProblemEntries } from "./text.ts";

interface Later {
  readonly retryAfterSeconds: number;
}

const stillYours = "What you wrote is still where you wrote it, and sending it twice makes no second one";

/** What keeps the portal as a whole from answering, for a while. */
export const portalProblems = {
  NOT_READY: {
    status: 503,
    text: ({ retryAfterSeconds }: Later) => ({
      wrong: "The portal cannot reach its database just now.",
      mend: `${stillYours}: try again in ${String(retryAfterSeconds)} seconds.`,
    }),
  },
  NO_ROOM: {
    status: 503,
    text: ({ retryAfterSeconds }: Later) => ({
      wrong: "The portal has no room left on its disk, and could not store this.",
      mend: `${stillYours}: try again in ${String(retryAfterSeconds)} seconds, and tell the operator if it stays so.`,
    }),
  },
  TOO_BUSY: {
    status: 503,
    text: ({ retryAfterSeconds }: Later) => ({
      wrong: "More is being sent to the portal at once than it can take in.",
      mend: `${stillYours}: try again in ${String(retryAfterSeconds)} seconds.`,
    }),
  },
} as const satisfies ProblemEntries;
