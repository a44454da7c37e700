/** The product of how probable an issue's use is and what it would do (R4). */
export type Severity = "low" | "medium" | "high";

/** Who can have been told before the list (R12). */
export type ToldParty = "upstream" | "other-distributions" | "other-projects" | "kernel-security-team";

/** What those who were told think of the maximum embargo; `disclosing-anyway`: the reporter is sure to disclose soon. */
export type OthersAnswer = "accepted" | "opposed" | "not-asked" | "disclosing-anyway";

/** `has` an id; `wants` one of the list (A7); `requested` elsewhere; `none`: needs none. No word of it is A8. */
export type CveWish = "has" | "wants" | "requested" | "none";

/** What a report says of itself outside its envelope, and when it came. `null` is a question not answered yet. */
export interface SubmissionFacts {
  /** When the report first reaches the private list, by the server's clock; the form takes its own for now. */
  readonly receivedAt: Date;
  /** The name of the one list that is to be told (L1). */
  readonly list: string | null;
  readonly isPublic: boolean | null;
  readonly isOpenSource: boolean | null;
  readonly cveIsOnlyWish: boolean | null;
  readonly severity: Severity | null;
  readonly isLinuxOnly: boolean | null;
  readonly affectsKernel: boolean | null;
  readonly toldOthers: readonly ToldParty[] | null;
  readonly othersAnswer: OthersAnswer | null;
  /** Whether a fix lies in a repository that anyone can read. */
  readonly fixIsPublic: boolean | null;
  /** When a robust fix was ready: only some policies start their clock there. */
  readonly fixReadyAt: Date | null;
  /** Whether the list has granted the exceptional extension that some policies know. */
  readonly isExtensionAgreed: boolean | null;
  readonly proposedDisclosureAt: Date | null;
  readonly hasExploit: boolean | null;
  /** When the exploit is to be public; the disclosure's own instant where both are posted together. */
  readonly exploitPublicationAt: Date | null;
  readonly cveWish: CveWish | null;
}

/**
 * The name of a fact that a reporter states, and so of the form's field and the API's member for it. When a report came,
 * and whether the list extends its embargo, is not for the reporter to say.
 */
export type FactField = Exclude<keyof SubmissionFacts, "receivedAt" | "isExtensionAgreed">;

/** A report of which nothing is said yet. */
export function unansweredFacts(receivedAt: Date): SubmissionFacts {
  return {
    receivedAt,
    list: null,
    isPublic: null,
    isOpenSource: null,
    cveIsOnlyWish: null,
    severity: null,
    isLinuxOnly: null,
    affectsKernel: null,
    toldOthers: null,
    othersAnswer: null,
    fixIsPublic: null,
    fixReadyAt: null,
    isExtensionAgreed: null,
    proposedDisclosureAt: null,
    hasExploit: null,
    exploitPublicationAt: null,
    cveWish: null,
  };
}

/** The instant, or null where it is not given or no instant at all, so that a half-typed date passes no limit. */
export function givenInstant(instant: Date | null): Date | null {
  return instant === null || Number.isNaN(instant.getTime()) ? null : instant;
}
