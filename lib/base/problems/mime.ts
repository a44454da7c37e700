import type { NoFacts, ProblemEntries } from "./text.ts";

export const mimeProblems = {
  MIME_TOO_LARGE: {
    status: 413,
    text: ({ maximumBytes }: { maximumBytes: number }) => ({
      wrong: `The message is larger than ${String(maximumBytes)} bytes once it is decrypted.`,
      mend: "Send the large files as attachments of their own, or fewer of them.",
    }),
  },
  MIME_TOO_DEEP: {
    status: 422,
    text: ({ maximumDepth }: { maximumDepth: number }) => ({
      wrong: `The message nests multipart in multipart more than ${String(maximumDepth)} deep.`,
      mend: "Send its parts side by side, or packed into one archive.",
    }),
  },
  MIME_TOO_MANY_PARTS: {
    status: 422,
    text: ({ maximumParts }: { maximumParts: number }) => ({
      wrong: `The message has more than ${String(maximumParts)} parts.`,
      mend: "Pack its files into one archive.",
    }),
  },
  MIME_TOO_MANY_HEADERS: {
    status: 422,
    text: ({ maximumLines, maximumBytes }: { maximumLines: number; maximumBytes: number }) => ({
      wrong: `The headers of the message and of its parts exceed ${String(maximumLines)} lines or ${String(maximumBytes)} bytes.`,
      mend: "Send the message with the header fields that a mail program writes, and no more.",
    }),
  },
  CARD_UNREADABLE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This is not the card of an issue.",
      mend: "Ask whoever sealed it to seal the card once more.",
    }),
  },
  CARD_FIELD_INVALID: {
    status: 422,
    text: ({ field }: { field: string }) => ({
      wrong: `The card's field "${field}" is missing, too long or not in its form.`,
      mend: "Mend that field: short single lines, CVSS vectors of version 3 or 4, and CVE ids such as CVE-2026-12345.",
    }),
  },
} as const satisfies ProblemEntries;
