/** Code that is changed, mutant by mutant, and the tests that must notice. */
export interface MutatedPart {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

/**
 * Each room of lib in one part or several, by name. A part is judged by its own tests: that a test of another part
 * notices as well counts for nothing, and saves hours.
 */
export const mutatedRooms: Readonly<Record<string, Readonly<Record<string, MutatedPart>>>> = {
  policy: {
    policy: {
      mutate: ["lib/policy/**/*.ts", ...except("_acceptable-facts", "unobjectionable-answers")],
      tests: ["lib/policy/**/*.test.ts"],
    },
  },
  access: { access: { mutate: ["lib/access/*.ts"], tests: ["lib/access/*.test.ts"] } },
  embargo: {
    embargo: { mutate: ["lib/embargo/**/*.ts", ...except("_negotiated")], tests: ["lib/embargo/**/*.test.ts"] },
  },
  pgp: {
    "pgp-packets": pgpPart([
      "armor",
      "envelope-check",
      "key-algorithm",
      "packet",
      "reader-check",
      "receipt",
      "session-key",
    ]),
    "pgp-envelopes": pgpPart(
      [
        "commitment",
        "commitment-signature",
        "disclose",
        "grant",
        "keyring",
        "library",
        "open",
        "seal",
        "signature-verdict",
      ],
      ["commitment", "keyring", "library", "open", "signature-misuse", "signature-verdict"],
    ),
    "pgp-vault": pgpPart(
      [
        "certificate-cache",
        "client",
        "client-ticket",
        "serve-vault",
        "ticket",
        "vault",
        "vault-memory",
        "vault-open",
        "worker",
      ],
      ["certificate-cache", "client", "serve-vault", "vault", "vault-memory", "vault-open", "vault-readers"],
    ),
    "pgp-certificates": pgpPart([
      "certificate",
      "read-certificates",
      "reporter-certificate",
      "verdict",
      "why-unusable",
    ]),
    "pgp-signing": pgpPart(["challenge", "clear-sign", "roster", "signed-roster", "signing-key", "unlock"]),
  },
};

function pgpPart(names: readonly string[], tests: readonly string[] = names): MutatedPart {
  return {
    mutate: names.map((name) => `lib/pgp/${name}.ts`),
    tests: tests.map((name) => `lib/pgp/${name}.test.ts`),
  };
}

/** What tests and the demo are furnished with is no more code than they are. */
function except(...names: readonly string[]): readonly string[] {
  return names.map((name) => `!lib/*/${name}.ts`);
}

/** These change the process's zone, which a thread cannot. */
export const zoneTests = ["lib/*/reader-zones.test.ts"];
