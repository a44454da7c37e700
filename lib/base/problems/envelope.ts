import type { NoFacts, ProblemEntries } from "./text.ts";

const gnupgHint = "GnuPG 2.2 writes what is wanted here by itself; give 2.4 and later the option --rfc4880.";

/** What is wrong with an envelope as packets: everything the server can see without a key. */
const packetProblems = {
  PGP_NOT_OPENPGP: {
    status: 400,
    text: (_: NoFacts) => ({
      wrong: "This is not OpenPGP data, or a part of it is missing.",
      mend: "Send the whole output of the OpenPGP program, armoured or binary, unchanged.",
    }),
  },
  PGP_ARMOR_CHECKSUM: {
    status: 400,
    text: (_: NoFacts) => ({
      wrong: "The checksum of the OpenPGP armour does not fit: the text was changed on its way.",
      mend: "Copy it again, or send it as a file.",
    }),
  },
  PGP_TOO_LARGE: {
    status: 413,
    text: ({ bytes, maximumBytes }: { bytes: number | null; maximumBytes: number }) => ({
      wrong:
        bytes === null
          ? `What is encrypted unfolds to more than the ${String(maximumBytes)} bytes allowed for a message of its size.`
          : `The encrypted data is ${String(bytes)} bytes, more than the ${String(maximumBytes)} bytes allowed.`,
      mend: "Leave out what is not needed, or name a place where large files can be fetched.",
    }),
  },
  PGP_TOO_MANY_KEY_PACKETS: {
    status: 413,
    text: ({ maximumKeyPackets }: { maximumKeyPackets: number }) => ({
      wrong: `The message is encrypted to more than ${String(maximumKeyPackets)} keys.`,
      mend: "Encrypt it to the readers of the roster and nobody else.",
    }),
  },
  PGP_NO_BODY: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The message holds no encrypted data.",
      mend: "Send the whole message, not only its first part.",
    }),
  },
  PGP_TWO_BODIES: {
    status: 422,
    text: ({ bodies }: { bodies: number }) => ({
      wrong: `There are ${String(bodies)} encrypted messages where one is wanted.`,
      mend: "Send them one by one.",
    }),
  },
  PGP_UNSUPPORTED_VERSION: {
    status: 422,
    text: ({ tag, version, algorithm }: { tag: number; version: number | null; algorithm: number | null }) => ({
      wrong: `Packet type ${String(tag)}${version === null ? "" : ` of version ${String(version)}`}${algorithm === null ? "" : ` with algorithm ${String(algorithm)}`} cannot be read by GnuPG 2.2, so not by every reader.`,
      mend: `Encrypt it with version 1 of integrity-protected data and version 3 key packets. ${gnupgHint}`,
    }),
  },
  PGP_NOT_ENCRYPTED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The message is not encrypted: it can be read by anybody.",
      mend: "Treat what it says as seen by others, and encrypt it before it is sent again.",
    }),
  },
  PGP_UNAUTHENTICATED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The encrypted data has no integrity protection, so it could be changed unseen.",
      mend: `Encrypt it again with a program of this century. ${gnupgHint}`,
    }),
  },
  PGP_SYMMETRIC_ONLY: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The message can be opened with a passphrase.",
      mend: "Encrypt it to the readers' keys alone, without a passphrase.",
    }),
  },
  PGP_TRAILING_PACKETS: {
    status: 422,
    text: ({ tags }: { tags: readonly number[] }) => ({
      wrong: `Beside key packets and one encrypted body the message holds other packets (of type ${tags.map(String).join(", ")}).`,
      mend: `Nothing may stand before, between or after them. ${gnupgHint}`,
    }),
  },
} as const satisfies ProblemEntries;

/** What is wrong with an envelope's readers. */
const readerProblems = {
  PGP_READERS_MISSING: {
    status: 422,
    text: ({ names }: { names: readonly string[] }) => ({
      wrong: `The message is not encrypted to every reader; missing: ${names.join(", ")}.`,
      mend: "Encrypt it to the whole roster, naming each fingerprint.",
    }),
  },
  PGP_READERS_UNKNOWN: {
    status: 422,
    text: ({ keyIds }: { keyIds: readonly string[] }) => ({
      wrong: `The message is encrypted to keys that are no reader's: ${keyIds.join(", ")}.`,
      mend: "Encrypt it to the roster alone; gpg's option --no-encrypt-to leaves out your own key.",
    }),
  },
  PGP_HIDDEN_RECIPIENT: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The message hides to whom it is encrypted.",
      mend: "Encrypt it without hidden recipients (no --hidden-recipient, no --throw-keyids).",
    }),
  },
  PGP_OTHER_SUBKEY: {
    status: 422,
    text: ({ name, keyId, expectedKeyId }: { name: string; keyId: string; expectedKeyId: string }) => ({
      wrong: `For ${name} the message is encrypted to key ${keyId}, but the roster says ${expectedKeyId}.`,
      mend: "Import the roster's certificates again and encrypt once more.",
    }),
  },
  PGP_DUPLICATE_READER: {
    status: 422,
    text: ({ name }: { name: string }) => ({
      wrong: `The message holds more than one key packet for ${name}.`,
      mend: "Name each reader once.",
    }),
  },
  PGP_READER_UNUSABLE: {
    status: 422,
    text: ({ name, reason }: { name: string; reason: string }) => ({
      wrong: `Nothing can be encrypted to the certificate of ${name} (${reason}).`,
      mend: "A coordinator has to mend or remove it; until then the others cannot be written to either.",
    }),
  },
} as const satisfies ProblemEntries;

/** What is wrong with a key that should open or sign something. */
const keyProblems = {
  PGP_NOT_A_PRIVATE_KEY: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This is not an OpenPGP private key.",
      mend: "Give what gpg --armor --export-secret-keys FINGERPRINT prints; it stays in this browser.",
    }),
  },
  PGP_SEVERAL_PRIVATE_KEYS: {
    status: 422,
    text: ({ fingerprints }: { fingerprints: readonly string[] }) => ({
      wrong: `The file holds ${String(fingerprints.length)} private keys.`,
      mend: "Export the one key that is meant, by its fingerprint.",
    }),
  },
  PGP_WRONG_PASSPHRASE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The passphrase does not open this private key.",
      mend: "Type it again; nobody but you can recover it.",
    }),
  },
  PGP_KEY_STUB: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The file names a private key but does not hold it: the key is on a smartcard or was taken out.",
      mend: "Use gpg in a terminal: sign the challenge there, and read by ticket.",
    }),
  },
  PGP_KEY_LOCK_UNSUPPORTED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The private key is locked in a way that cannot be opened here.",
      mend: "Change its passphrase with GnuPG and export it again, or use gpg in a terminal.",
    }),
  },
  PGP_SIGNER_UNUSABLE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The key cannot sign now: it is expired, revoked, or not made for signing.",
      mend: "Extend it or add a signing subkey, and have the new certificate enrolled.",
    }),
  },
} as const satisfies ProblemEntries;

/** What a page's vault answers when it lacks something, or was told to stop. */
const vaultProblems = {
  PGP_NOT_UNLOCKED: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "No key that opens or signs this is unlocked on this page.",
      mend: "Unlock your key, or paste the session key that gpg prints for the ticket.",
    }),
  },
  PGP_CANCELLED: {
    status: 400,
    text: (_: NoFacts) => ({ wrong: "This was cancelled.", mend: "Nothing was sent; start again when you want." }),
  },
} as const satisfies ProblemEntries;

/** What is wrong when an envelope is opened, granted or disclosed. */
const openingProblems = {
  PGP_NOT_FOR_THIS_KEY: {
    status: 422,
    text: ({ keyId }: { keyId: string }) => ({
      wrong: `The key packet is for key ${keyId}, which is not among yours.`,
      mend: "Unlock the key it is for, or ask another reader for a grant.",
    }),
  },
  PGP_DOES_NOT_OPEN: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The envelope does not open: its body and its session key do not belong together, or it was changed.",
      mend: "Tell a coordinator; another reader may hold an undamaged key packet.",
    }),
  },
  PGP_OTHER_CIPHER: {
    status: 422,
    text: ({ cipher }: { cipher: number | null }) => ({
      wrong: `The envelope is encrypted with a cipher${cipher === null ? "" : ` (${String(cipher)})`} that is not one of AES.`,
      mend: "Ask the sender to encrypt again with gpg's option --cipher-algo AES256.",
    }),
  },
  PGP_NOT_A_SESSION_KEY: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This line holds no session key.",
      mend: "Paste the line that begins with `gpg: session key:`, or the digits alone.",
    }),
  },
  PGP_COMMITMENT_MISMATCH: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The session key does not fit the commitment that was made when the envelope was sealed.",
      mend: "Use the session key of this very envelope; if it is, tell a coordinator.",
    }),
  },
  PGP_KEYRING_UNREADABLE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "The stored session keys cannot be read.",
      mend: "Nothing is lost: drop them, and they are collected again as reports are opened.",
    }),
  },
} as const satisfies ProblemEntries;

export const envelopeProblems = {
  ...packetProblems,
  ...readerProblems,
  ...keyProblems,
  ...openingProblems,
  ...vaultProblems,
} as const satisfies ProblemEntries;
