import type { GpgHome } from "#e2e/support/gpg.ts";
import { judgeCertificate, type Verdict } from "#lib/pgp/verdict.ts";
import type { ReaderCertificate } from "#lib/pgp/grant.ts";
import { certificatesIn } from "./debian-keyrings.ts";
import { gpgVerdicts, type GpgVerdict } from "./gpg-verdict.ts";

/** What became of the certificates of some keyrings. */
export interface JudgedKeyrings {
  readonly certificates: number;
  /** How often we and gpg said the same, by what was said. */
  readonly agreed: ReadonlyMap<string, number>;
  /** Where a rule of our own is stricter than gpg's, by rule and gpg's word. */
  readonly stricter: ReadonlyMap<string, number>;
  /** Everything else on which we differ: there should be nothing. */
  readonly disputed: readonly string[];
  readonly usable: readonly ReaderCertificate[];
  readonly slowestMs: number;
}

/** Judges every certificate at an instant, and compares the verdict with gpg's at the same instant. */
export async function judgeKeyrings(home: GpgHome, keyrings: readonly string[], at: Date): Promise<JudgedKeyrings> {
  const [agreed, stricter] = [new Map<string, number>(), new Map<string, number>()];
  const disputed: string[] = [];
  const usable: ReaderCertificate[] = [];
  const spentMs: number[] = [];
  for (const keyring of keyrings) {
    const theirs = await gpgVerdicts(home, keyring, at);
    for (const { fingerprint, bytes } of await certificatesIn(keyring)) {
      const began = performance.now();
      const verdict = await judgeCertificate(bytes, at);
      spentMs.push(performance.now() - began);
      const name = fingerprint ?? "a key of an older version";
      if (verdict.ok) usable.push({ name, certificate: bytes });

      const gpg = theirs.get(name) ?? "not listed";
      const { word, rule } = wordOf(verdict);
      if (word === gpg) addOne(agreed, gpg);
      else if (rule !== null) addOne(stricter, `${rule}: ${gpg} to gpg`);
      else disputed.push(`${name}: ${word} here, ${gpg} to gpg`);
    }
  }
  return { certificates: spentMs.length, agreed, stricter, disputed, usable, slowestMs: Math.max(...spentMs) };
}

function addOne(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

interface OurWord {
  readonly word: GpgVerdict | "refused";
  /** The rule that gpg does not have, where it is one. */
  readonly rule: string | null;
}

function wordOf(verdict: Verdict): OurWord {
  if (verdict.ok) return { word: "usable", rule: null };
  const { problem } = verdict;
  if (problem.code === "CERTIFICATE_WEAK" || problem.code === "CERTIFICATE_UNSUPPORTED")
    return { word: "refused", rule: `${problem.code} (${problem.facts.algorithm})` };
  return { word: words.get(problem.code) ?? "refused", rule: null };
}

const words: ReadonlyMap<string, GpgVerdict> = new Map([
  ["CERTIFICATE_EXPIRED", "expired"],
  ["CERTIFICATE_REVOKED", "revoked"],
  ["CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED", "no encryption key"],
  ["CERTIFICATE_NO_ENCRYPTION_SUBKEY", "no encryption key"],
]);
