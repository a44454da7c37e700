import type { Problem } from "#lib/base/problem.ts";

/** A warning about a certificate that was accepted. */
export interface AcceptedWarning {
  readonly code: string;
  readonly wrong: string;
  readonly mend: string;
}

/** Where a form stands that enrols or changes something: what was typed never comes back from the server. */
export type CoordinationState =
  | { readonly step: "editing" }
  | { readonly step: "refused"; readonly problem: Problem }
  /** `subject` is whom or what it was done to. */
  | { readonly step: "done"; readonly subject: string; readonly warnings: readonly AcceptedWarning[] };

/** A server action behind such a form. */
export type CoordinationAction = (previous: CoordinationState, form: FormData) => Promise<CoordinationState>;

export const editing: CoordinationState = { step: "editing" };
