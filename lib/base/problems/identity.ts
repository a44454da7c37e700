import type { NoFacts, ProblemEntries } from "./text.ts";

const signAgain = "Sign the text shown once more with gpg --clearsign and paste all of its output.";
const noRoster = "Nothing is encrypted to this roster; tell a coordinator, and show them this sentence.";

export const identityProblems = {
  SIGNING_KEY_MISSING: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This key cannot sign: it has no valid signing part, or its secret is elsewhere, on a smart card perhaps.",
      mend: "Sign in a terminal with gpg --clearsign and paste the output, or use a key that can sign.",
    }),
  },

  SIGN_IN_OTHER_TEXT: {
    status: 401,
    text: (_: NoFacts) => ({
      wrong: "The signed text is not the one that this page asked you to sign.",
      mend: `Reload the page if it is old. ${signAgain}`,
    }),
  },
  SIGN_IN_OTHER_SITE: {
    status: 401,
    text: ({ origin }: { origin: string }) => ({
      wrong: `You signed a text that signs you in at ${origin}, not here: somebody may be trying to use your signature.`,
      mend: "Compare the address in your browser with the first lines of what you sign, and tell your coordinator.",
    }),
  },
  SIGN_IN_EXPIRED: {
    status: 401,
    text: ({ expiredAt }: { expiredAt: string }) => ({
      wrong: `This sign-in text was good until ${expiredAt}.`,
      mend: "Ask for a new one and sign it within five minutes.",
    }),
  },
  SIGN_IN_REPLAYED: {
    status: 401,
    text: (_: NoFacts) => ({
      wrong: "This answer has been used before, or belongs to another browser.",
      mend: "Ask for a new text to sign; each serves once, in the browser that asked for it.",
    }),
  },
  SIGN_IN_KEY_EXPIRED: {
    status: 401,
    text: ({ expiredAt }: { expiredAt: string }) => ({
      wrong: `The certificate stored here for your key expired at ${expiredAt}.`,
      mend: "Extend the key with gpg --quick-set-expire and send the new certificate to a coordinator.",
    }),
  },
  SIGN_IN_KEY_REVOKED: {
    status: 401,
    text: (_: NoFacts) => ({
      wrong: "Your key was revoked.",
      mend: "Send the certificate of your new key to a coordinator.",
    }),
  },
  SIGN_IN_KEY_UNKNOWN: {
    status: 401,
    text: (_: NoFacts) => ({
      wrong: "The signature was not made by the key that was named.",
      mend: "Sign with gpg --local-user FINGERPRINT --clearsign, with the fingerprint that the text names.",
    }),
  },
  SIGN_IN_KEY_MAY_NOT_SIGN: {
    status: 401,
    text: (_: NoFacts) => ({
      wrong: "That part of your key may not sign, by your certificate's own word.",
      mend: "Sign with your signing subkey, or add one and send the new certificate to a coordinator.",
    }),
  },
  SIGN_IN_BAD_SIGNATURE: {
    status: 401,
    text: (_: NoFacts) => ({
      wrong: "That is not one whole, valid, clear-signed text.",
      mend: signAgain,
    }),
  },
  SIGN_IN_CLOCK: {
    status: 401,
    text: ({ differenceSeconds }: { differenceSeconds: number }) => ({
      wrong: `The signature's time is ${String(Math.abs(differenceSeconds))} seconds ${differenceSeconds < 0 ? "behind" : "ahead of"} the time here.`,
      mend: "Set your machine's clock, ask for a new text and sign that.",
    }),
  },
  SIGN_IN_WEAK_HASH: {
    status: 401,
    text: ({ hash }: { hash: string }) => ({
      wrong: `The signature rests on ${hash}, which can be forged.`,
      mend: "Sign with gpg --digest-algo SHA512 --clearsign, and remove digest-algo from your gpg.conf.",
    }),
  },

  ROSTER_NOT_SIGNED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This roster is not signed by a coordinator whose key is pinned here.",
      mend: noRoster,
    }),
  },
  ROSTER_SIGNER_INVALID: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong:
        "The signature on this roster does not count: its coordinator's key has expired, was revoked or may not sign, or the signature lies in the future or rests on SHA-1.",
      mend: "The coordinator mends the key or the clock and signs the roster again, or another coordinator does.",
    }),
  },
  ROSTER_TAMPERED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This roster was changed after a coordinator signed it.",
      mend: noRoster,
    }),
  },
  ROSTER_UNREADABLE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "What the coordinator signed is not a roster as this version writes it.",
      mend: "Sign the text exactly as the roster page shows it.",
    }),
  },
  ROSTER_CERTIFICATE_DIFFERS: {
    status: 422,
    text: ({ name }: { name: string | null }) => ({
      wrong:
        name === null
          ? "A certificate was handed out that the signed roster does not name."
          : `The certificate handed out for ${name} is not the one that the signed roster names.`,
      mend: noRoster,
    }),
  },
  ROSTER_OLD: {
    status: 422,
    text: ({ version, lowestVersion }: { version: number; lowestVersion: number }) => ({
      wrong: `This is version ${String(version)} of the roster; version ${String(lowestVersion)} has been seen already.`,
      mend: noRoster,
    }),
  },
  ROSTER_EXPIRED: {
    status: 422,
    text: ({ expiredAt }: { expiredAt: string }) => ({
      wrong: `This roster was good until ${expiredAt}.`,
      mend: "Nothing can be encrypted to the list until a coordinator has looked through the roster and signed it anew: ask for that, then fetch the roster and encrypt again.",
    }),
  },
  ROSTER_OTHER_LIST: {
    status: 422,
    text: ({ list }: { list: string }) => ({
      wrong: `This is the roster of another list, ${list}.`,
      mend: noRoster,
    }),
  },

  RECEIPT_MALFORMED: {
    status: 422,
    text: ({ length }: { length: number }) => ({
      wrong: `A receipt has ${String(length)} letters and digits (never the letter U), beside its dashes.`,
      mend: "Copy the whole receipt, from its first group to its last.",
    }),
  },
  RECEIPT_TYPO: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "There is a slip in this receipt: its last character does not fit the others.",
      mend: "Compare it with your copy, group by group.",
    }),
  },
} as const satisfies ProblemEntries;
