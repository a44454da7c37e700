import type { NoFacts, ProblemEntries } from "./text.ts";

const nothingLost = "Nothing was stored, and nothing is lost: what you wrote is still where you wrote it.";

export const submissionProblems = {
  MALFORMED_REQUEST: {
    status: 400,
    text: ({ part }: { part: string }) => ({
      wrong: `The part “${part}” of the request is missing or not shaped as the documentation says.`,
      mend: "Compare it with the commands on the policy page, and send it again.",
    }),
  },
  LIST_UNKNOWN: {
    status: 422,
    text: ({ known }: { known: readonly string[] }) => ({
      wrong: "There is no list of that name.",
      mend: `Choose one of: ${known.join(", ")}.`,
    }),
  },
  LIST_NOT_READY: {
    status: 503,
    text: (_: NoFacts) => ({
      wrong: "This list has no signed roster yet, so there is nobody to encrypt to.",
      mend: "A coordinator has to publish its roster first.",
    }),
  },
  ROSTER_OUTDATED: {
    status: 409,
    text: ({ given, current }: { given: number; current: number }) => ({
      wrong: `This was encrypted to version ${String(given)} of the roster; the readers have changed since.`,
      mend: `Fetch version ${String(current)}, encrypt to its readers and send again.`,
    }),
  },
  SUBMISSION_ID_REUSED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "Something else was sent with this submission id before.",
      mend: "Make a new random id for each report and each message.",
    }),
  },
  RECEIPT_REUSED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "Another report was sent with this receipt already.",
      mend: "Make a new receipt for each report.",
    }),
  },
  REPLY_CERTIFICATE_UNUSABLE: {
    status: 422,
    text: ({ reason }: { reason: string }) => ({
      wrong: `Replies cannot be encrypted to the certificate that was sent along (${reason}).`,
      mend: "Send another certificate, or none: then replies can be asked for but not read until one is added.",
    }),
  },
  TOO_MANY_REPLY_CERTIFICATES: {
    status: 409,
    text: ({ maximum }: { maximum: number }) => ({
      wrong: `Replies to this report are encrypted to ${String(maximum)} certificates already, and to no more.`,
      mend: "Read them with the key of one of these.",
    }),
  },
  EXPLOIT_NOT_DECLARED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "An exploit came along, but the answers say that there is none.",
      mend: "Answer that there is an exploit, and when it is to be published.",
    }),
  },
  ATTACHMENTS_TOO_LARGE: {
    status: 413,
    text: ({ maximumBytes }: { maximumBytes: number }) => ({
      wrong: `The attachments are larger than ${String(Math.floor(maximumBytes / 1_048_576))} MiB together.`,
      mend: "Leave out what is not needed, or name a place where large files can be fetched.",
    }),
  },
  TOO_MANY_ATTACHMENTS: {
    status: 413,
    text: ({ maximum }: { maximum: number }) => ({
      wrong: `There are more than ${String(maximum)} attachments.`,
      mend: "Put them into one archive.",
    }),
  },
  BODY_TOO_LARGE: {
    status: 413,
    text: ({ maximumBytes }: { maximumBytes: number }) => ({
      wrong: `The request is larger than ${String(maximumBytes)} bytes.`,
      mend: nothingLost,
    }),
  },
  ALREADY_ACKNOWLEDGED: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "Receipt of this report has been confirmed before.",
      mend: "Reload the page to see by whom.",
    }),
  },
  TICKET_EXISTS: {
    status: 409,
    text: (_: NoFacts) => ({
      wrong: "This envelope has its commitment already.",
      mend: "Compare yours with it: if they differ, not all readers hold the same key. Tell the list.",
    }),
  },
  COMMITMENT_DIFFERS: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The session key does not fit the envelope's commitment.",
      mend: "Whoever granted it gave another key than the one the other readers hold. Tell the list.",
    }),
  },
  ALREADY_A_READER: {
    status: 409,
    text: ({ name }: { name: string }) => ({
      wrong: `${name} holds a key packet of this envelope already.`,
      mend: "There is nothing to grant.",
    }),
  },
  NETWORK_DOWN: {
    status: 503,
    text: (_: NoFacts) => ({
      wrong: "The portal did not answer.",
      mend: "What you wrote is still where you wrote it. Check the connection and try again; sending twice makes no second report.",
    }),
  },
} as const satisfies ProblemEntries;
