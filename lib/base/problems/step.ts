import { utcSecondText } from "../instant.ts";
import type { NoFacts, ProblemEntries } from "./text.ts";

/** What stands in the way of a step about a report, beside its embargo: see problems/embargo.ts for that. */

const evidenceWords = { link: "a link", "message-id": "a Message-ID", word: "somebody’s word" } as const;

export const stepProblems = {
  INSTANT_IN_FUTURE: {
    status: 422,
    text: ({ now }: { now: string }) => ({
      wrong: "What is recorded here has happened already, and this time is still to come.",
      mend: `Give a time that is not after ${utcSecondText(new Date(now))}.`,
    }),
  },
  ISSUE_WITHDRAWN: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "This issue was withdrawn already.",
      mend: "What is still owed is that it is made public.",
    }),
  },
  ISSUE_MERGED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "This issue has become part of another one.",
      mend: "Go on with the issue that it was merged into, which stands for both.",
    }),
  },
  EXPLOIT_FROM_REPORTER: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "It is on record that the reporter of this issue shared its exploit.",
      mend: "Write to the list where that is mistaken; a member can correct it.",
    }),
  },
  CVE_ID_MISSING: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "An id belongs to a CVE that is assigned, and to no other answer.",
      mend: "Give the id as CVE-YEAR-NUMBER, or choose another answer.",
    }),
  },
  EXTENSION_UNKNOWN: {
    status: 409,
    text: ({ policy }: { policy: string }) => ({
      wrong: `The policy ${policy} knows no extension that could be agreed to.`,
      mend: "Agree on a date within the maximum.",
    }),
  },
  LIST_NOT_NARROWER: {
    status: 409,
    text: ({ list }: { list: string }) => ({
      wrong: `A discussion on this list cannot move to ${list}.`,
      mend: "Only what concerns Linux alone moves, from the wider list to that of the Linux distributions.",
    }),
  },
  OBLIGATION_CLOSED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "This is not owed any more.",
      mend: "Look at who closed it, and with what; it can be opened again.",
    }),
  },
  OBLIGATION_NOT_REOPENABLE: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "Nobody’s word closed this, so it cannot be taken back.",
      mend: "Where a posting was recorded by mistake, take that back.",
    }),
  },
  POSTING_WANTED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "Only a public posting closes this.",
      mend: "Record the posting: its link or Message-ID, when it was made, and what it carries.",
    }),
  },
  EVIDENCE_UNFIT: {
    status: 422,
    text: ({ kind }: { kind: keyof typeof evidenceWords }) => ({
      wrong: `This cannot be closed by ${evidenceWords[kind]}.`,
      mend: "It closes when what is owed is done here: an answer given, a message sent.",
    }),
  },
  DUTY_OFFERED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "Your organisation has volunteered for this already.",
      mend: "A coordinator assigns it; until then the offer can be taken back.",
    }),
  },
  DUTY_CHANGED: {
    status: 409,
    text: ({ organisation }: { organisation: string | null }) => ({
      wrong: `Somebody was faster: ${organisation === null ? "this is vacant" : `${organisation} holds this`} by now.`,
      mend: "What you chose is still here. Look again, and decide again.",
    }),
  },
} as const satisfies ProblemEntries;
