import type { NoFacts, ProblemEntries } from "./text.ts";

/** What a page finds wrong before or after it asks the portal. The server never gives these. */
export const browserProblems = {
  ATTACHMENT_UNREADABLE: {
    status: 422,
    text: ({ name }: { name: string }) => ({
      wrong: `The file “${name}” cannot be read any more: it was moved, changed or removed since you chose it.`,
      mend: "Remove it from the attachments and choose it again.",
    }),
  },
  FILE_UNREADABLE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "That file cannot be read: it was moved, changed or removed since you chose it, or is no file.",
      mend: "Choose it again, or paste what is in it.",
    }),
  },
  ATTACHMENT_DIFFERS: {
    status: 422,
    text: ({ name }: { name: string }) => ({
      wrong: `The attachment “${name}” is not the one that its author named: size or SHA-256 differ.`,
      mend: "Do not use it; tell a coordinator, and ask the author to send it again.",
    }),
  },
  ATTACHMENT_MISSING: {
    status: 404,
    text: ({ name }: { name: string }) => ({
      wrong: `The attachment “${name}” is named in the text, but the portal does not hold it.`,
      mend: "Ask the author to send it again.",
    }),
  },
  MESSAGE_EMPTY: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "There is nothing to send yet.",
      mend: "Write a message, or attach a file.",
    }),
  },
  MESSAGE_NOT_ARMOURED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This is not an armoured OpenPGP message.",
      mend: "Paste all that gpg printed, from -----BEGIN PGP MESSAGE----- to -----END PGP MESSAGE-----.",
    }),
  },
  ROSTER_OTHER_SIGNER: {
    status: 409,
    text: ({ name }: { name: string }) => ({
      wrong: `While you were writing, the roster was signed anew by ${name}, with a key that this browser has not seen before.`,
      mend: "Keep your text, reload the page, and compare the fingerprint before you send.",
    }),
  },
  RECEIPT_UNKNOWN: {
    status: 404,
    text: (_: NoFacts) => ({
      wrong: "No report belongs to this receipt.",
      mend: "The code is well formed, so compare it with your copy: it may be the receipt of another portal. Nothing was changed.",
    }),
  },
  KEY_WITHOUT_PASSPHRASE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This key has no passphrase, so it is not kept on this device: whoever opens the browser could use it.",
      mend: "Set one with gpg --change-passphrase FINGERPRINT and export the key again, or go on without keeping it.",
    }),
  },
  KEY_NOT_KEPT: {
    status: 507,
    text: (_: NoFacts) => ({
      wrong: "This browser does not let the portal keep your key.",
      mend: "Allow this site to store data, or give the key each time; a private window keeps nothing either way.",
    }),
  },
  KEY_OTHER_THAN_ENROLLED: {
    status: 422,
    text: ({ fingerprint, enrolled }: { fingerprint: string; enrolled: string }) => ({
      wrong: `This is the key ${fingerprint}; you are enrolled with ${enrolled}.`,
      mend: "Give the key that you are enrolled with, or have a coordinator enrol the new certificate.",
    }),
  },
  CHALLENGE_OTHER: {
    status: 422,
    text: ({ origin }: { origin: string }) => ({
      wrong: `The text to sign is not a sign-in at ${origin}, so it was not signed.`,
      mend: "Open the portal at the address that it is known by, and compare that address; if it is right, tell a coordinator.",
    }),
  },
  VAULT_ENDED: {
    status: 500,
    text: (_: NoFacts) => ({
      wrong: "The part of this page that holds the keys has stopped.",
      mend: "Reload the page, and give the key or the code again. What was sent, and seen confirmed, is kept.",
    }),
  },
  TICKETS_UNREADABLE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "None of these lines holds an envelope's id and its session key.",
      mend: "Paste what the shell line printed, one line for each envelope, such as `3f0c…-… 9:81FC…`.",
    }),
  },
} as const satisfies ProblemEntries;
