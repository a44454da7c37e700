import type { CaseFact } from "#lib/embargo/case-state.ts";

export interface FactWords {
  /** For a heading: `Fix ready`. */
  readonly name: string;
  /** After "that": `a fix is ready`. */
  readonly clause: string;
  /** Whether no embargo stands from then on (M1). */
  readonly endsEmbargo: boolean;
}

/** The six facts of a case, in words. */
export const factWords: Readonly<Record<CaseFact, FactWords>> = {
  "vendor-aware": { name: "Vendor aware", clause: "the vendor knows of it", endsEmbargo: false },
  "fix-ready": { name: "Fix ready", clause: "a fix is ready", endsEmbargo: false },
  "fix-deployed": { name: "Fix deployed", clause: "the fix is deployed", endsEmbargo: false },
  public: { name: "Issue public", clause: "the issue is public", endsEmbargo: true },
  "exploit-public": { name: "Exploit public", clause: "an exploit is public", endsEmbargo: true },
  "attacks-seen": { name: "Attacks seen", clause: "attacks have been seen", endsEmbargo: true },
};
