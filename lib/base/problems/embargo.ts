import { utcSecondText } from "../instant.ts";
import type { NoFacts, ProblemEntries } from "./text.ts";

/** What stands in the way of a step in the negotiation of an embargo, or of a change to its issue. */

const caseFacts = {
  "vendor-aware": "the vendor knows of it",
  "fix-ready": "a fix is ready",
  "fix-deployed": "the fix is deployed",
  public: "the issue is public",
  "exploit-public": "an exploit is public",
  "attacks-seen": "attacks have been seen",
} as const;

export const embargoProblems = {
  EMBARGO_STEP_IMPOSSIBLE: {
    status: 409,
    text: ({ state, step }: { state: string; step: string }) => ({
      wrong: `An embargo that is ${state} knows no step "${step}".`,
      mend: "Look at the embargo as it stands now; somebody else may have moved it meanwhile.",
    }),
  },
  ISSUE_CHANGED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "Somebody has changed this issue since you looked at it.",
      mend: "Look at what is different now, then do it again if it still fits; what you wrote is kept.",
    }),
  },
  EMBARGO_NOT_VIABLE: {
    status: 409,
    text: ({ because }: { because: keyof typeof caseFacts }) => ({
      wrong: `Nothing is left to keep secret until a later date: ${caseFacts[because]}.`,
      mend: "Publish the issue now, or correct the record of the case if it is mistaken.",
    }),
  },
  PROPOSAL_UNCHANGED: {
    status: 409,
    text: ({ proposedAt }: { proposedAt: string }) => ({
      wrong: `${secondText(proposedAt)} is agreed or proposed already.`,
      mend: "Propose another time, or answer the proposal that names this one.",
    }),
  },
  ANSWER_TIME_UNFIT: {
    status: 422,
    text: ({ wantedBy, now, latestAt }: { wantedBy: string; now: string; latestAt: string }) => ({
      wrong: `No answer can be waited for until ${secondText(wantedBy)}.`,
      mend: `Ask for one after ${secondText(now)} and no later than ${secondText(latestAt)}, when it would come too late.`,
    }),
  },
  PROPOSAL_CLOSED: {
    status: 409,
    text: ({ proposal }: { proposal: number }) => ({
      wrong: `Proposal ${String(proposal)} is no longer open.`,
      mend: "Look at the embargo as it stands now, and propose the time anew if you still want it.",
    }),
  },
  OWN_PROPOSAL: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "Your own side made this proposal, and the other side has to answer it.",
      mend: "Wait for the answer, propose another time, or take the proposal back.",
    }),
  },
  SHORTER_FIRST: {
    status: 409,
    text: ({ proposal, shorterAt }: { proposal: number; shorterAt: string }) => ({
      wrong: `Proposal ${String(proposal)} is for an earlier time, ${secondText(shorterAt)}, and is considered first.`,
      mend: "Accept the earlier time, or have that proposal rejected or taken back before you accept a later one.",
    }),
  },
  CASE_HISTORY_IMPOSSIBLE: {
    status: 409,
    text: ({ fact, first }: { fact: keyof typeof caseFacts; first: keyof typeof caseFacts | null }) =>
      first === null
        ? {
            wrong: `It is on record already that ${caseFacts[fact]}.`,
            mend: "Look at the case as it stands now; somebody else may have recorded it meanwhile.",
          }
        : {
            wrong: `That ${caseFacts[fact]} cannot come before this: ${caseFacts[first]}.`,
            mend: `Record first that ${caseFacts[first]}.`,
          },
  },
} as const satisfies ProblemEntries;

function secondText(iso: string): string {
  return utcSecondText(new Date(iso));
}
