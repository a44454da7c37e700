import type { NoFacts, ProblemEntries } from "./text.ts";

export const enrolmentProblems = {
  ORGANISATION_EXISTS: {
    status: 409,
    text: ({ name }: { name: string }) => ({
      wrong: `An organisation with the name ${name} is enrolled already.`,
      mend: "Enrol the person under it, or give the new organisation a name of its own.",
    }),
  },
  CERTIFICATE_IN_USE: {
    status: 409,
    text: ({ memberName }: { memberName: string }) => ({
      wrong: `This certificate belongs to ${memberName} already.`,
      mend: "Each person reads with a certificate of their own; ask for theirs.",
    }),
  },
  CERTIFICATE_SEVERAL: {
    status: 422,
    text: ({ count }: { count: number }) => ({
      wrong: `There are ${String(count)} certificates where one is wanted.`,
      mend: "Export only the one: gpg --export --armor FINGERPRINT.",
    }),
  },
  NAME_MISSING: {
    status: 422,
    text: ({ maximum }: { maximum: number }) => ({
      wrong: "The name is empty or too long.",
      mend: `Give a name of up to ${String(maximum)} characters.`,
    }),
  },
  LAST_COORDINATOR: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "This is the only coordinator: without one nobody could enrol people or sign rosters.",
      mend: "Enrol another coordinator first.",
    }),
  },
  ROSTER_EMPTY: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "No reader of this list has a certificate that can be encrypted to.",
      mend: "Enrol somebody first.",
    }),
  },
  ROSTER_CHANGED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "The readers have changed since this roster was written.",
      mend: "Read the new roster, and sign that one.",
    }),
  },
  LINK_SPENT: {
    status: 410,
    text: (_: NoFacts) => ({
      wrong: "This link has been used, or its time is over.",
      mend: "Start Fortnight again on an empty database to be given a new one.",
    }),
  },
} as const satisfies ProblemEntries;
