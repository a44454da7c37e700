/** `wrong` is one sentence that says what is wrong; `mend` is one that says how to put it right. */
export interface ProblemText {
  readonly wrong: string;
  readonly mend: string;
}

/** An entry of the registry: `status` is the HTTP status (RFC 9110) the API answers with. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- facts differ per entry; `ProblemFacts` recovers them
export type ProblemEntries = Record<string, { readonly status: number; readonly text: (facts: any) => ProblemText }>;

/** Facts of a problem whose text needs none. */
export type NoFacts = Readonly<Record<string, never>>;
