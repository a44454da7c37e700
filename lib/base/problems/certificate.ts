import type { NoFacts, ProblemEntries } from "./text.ts";

/** Which certificate is spoken of: a version 4 fingerprint, or null where it has none that we can compute. */
interface Named {
  readonly fingerprint: string | null;
}

function which({ fingerprint }: Named): string {
  return fingerprint === null ? "This certificate" : `The certificate ${fingerprint}`;
}

const exportAgain = "then export it with gpg --armor --export and upload it again";

export const certificateProblems = {
  CERTIFICATE_IS_PRIVATE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "STOP: this holds a PRIVATE key. It was not kept, but it must never leave your machine.",
      mend: "Upload what gpg --armor --export prints (never --export-secret-keys); if the private key has no strong passphrase, or went anywhere else, revoke it and make a new one.",
    }),
  },
  CERTIFICATE_TOO_LARGE: {
    status: 413,
    text: ({ maximumBytes }: { maximumBytes: number }) => ({
      wrong: `This is larger than the ${String(maximumBytes)} bytes that a certificate may have here.`,
      mend: "Export it without other people's signatures: gpg --armor --export-options export-minimal --export FINGERPRINT.",
    }),
  },
  CERTIFICATE_UNREADABLE: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "This is not a whole OpenPGP certificate: something in it is damaged or cut off.",
      mend: "Export it again with gpg --armor --export FINGERPRINT and upload the file itself, or paste all of it.",
    }),
  },
  CERTIFICATE_NONE_FOUND: {
    status: 422,
    text: (_: NoFacts) => ({
      wrong: "There is no OpenPGP certificate in this.",
      mend: "Upload what gpg --armor --export FINGERPRINT prints; it begins with BEGIN PGP PUBLIC KEY BLOCK.",
    }),
  },
  CERTIFICATE_NO_USER_ID: {
    status: 422,
    text: (facts: Named) => ({
      wrong: `${which(facts)} has no user id with a valid signature of its own, so gpg cannot use it.`,
      mend: "Export it from your own key ring, where its user ids are; some key servers leave them out.",
    }),
  },
  CERTIFICATE_NOT_YET_VALID: {
    status: 422,
    text: (facts: Named & { validFrom: string }) => ({
      wrong: `${which(facts)} says that it was made at ${facts.validFrom}, which is still to come.`,
      mend: "Set the clock of the machine that made it, wait until then, or make it anew.",
    }),
  },
  CERTIFICATE_EXPIRED: {
    status: 422,
    text: (facts: Named & { expiredAt: string }) => ({
      wrong: `${which(facts)} expired at ${facts.expiredAt}.`,
      mend: `Extend it with gpg --quick-set-expire FINGERPRINT 2y, and again with '*' at the end for its subkeys, ${exportAgain}.`,
    }),
  },
  CERTIFICATE_REVOKED: {
    status: 422,
    text: (facts: Named) => ({
      wrong: `${which(facts)} was revoked by its owner.`,
      mend: "Nothing can mend a revocation: make a new key and upload its certificate.",
    }),
  },
  CERTIFICATE_NO_ENCRYPTION_SUBKEY: {
    status: 422,
    text: (facts: Named) => ({
      wrong: `${which(facts)} has no valid part to encrypt to.`,
      mend: `Add one with gpg --quick-add-key FINGERPRINT cv25519 encr 2y, or rsa3072 in place of cv25519, ${exportAgain}.`,
    }),
  },
  CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED: {
    status: 422,
    text: (facts: Named & { expiredAt: string }) => ({
      wrong: `${which(facts)} is valid, but its part to encrypt to expired at ${facts.expiredAt}.`,
      mend: `Extend it with gpg --quick-set-expire FINGERPRINT 2y '*', ${exportAgain}.`,
    }),
  },
  CERTIFICATE_WEAK: {
    status: 422,
    text: (facts: Named & { algorithm: string }) => ({
      wrong: `${which(facts)} rests on ${facts.algorithm}, which is too weak for what is sent here.`,
      mend: "Make a new key, Curve25519 or RSA of 3072 bits or more, and upload its certificate.",
    }),
  },
  CERTIFICATE_UNSUPPORTED: {
    status: 422,
    text: (facts: Named & { algorithm: string }) => ({
      wrong: `${which(facts)} uses ${facts.algorithm}, which some of the software in use here, GnuPG 2.2 among it, cannot encrypt to.`,
      mend: "Make an OpenPGP version 4 key of Curve25519, NIST P-256 or RSA, for example with gpg --quick-generate-key.",
    }),
  },
} as const satisfies ProblemEntries;
