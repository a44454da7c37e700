import { emptyDraft, type Draft, type DraftField, type FormStep } from "./draft.ts";

export type Step = FormStep | "review" | "receipt";

/** A report that has arrived, with the code that is shown this once. */
export interface SentReport {
  readonly handle: string;
  readonly receivedAt: Date;
  readonly listTitle: string;
  readonly receiptText: string;
  /** The OpenPGP messages that were sent, armoured. */
  readonly messages: readonly SentMessage[];
  /** What was changed after a first try did not arrive in this one: the first try had come through after all. */
  readonly isEarlierVersion: boolean;
  readonly wasSealedElsewhere: boolean;
}

export interface SentMessage {
  readonly fileName: string;
  readonly label: string;
  readonly armour: string;
}

export interface FormState {
  readonly draft: Draft;
  readonly step: Step;
  /** Fields that were answered at least once. */
  readonly touched: ReadonlySet<DraftField>;
  /** Steps that somebody has tried to leave. */
  readonly tried: ReadonlySet<FormStep>;
  /** Counts the tries that failed, so that the focus goes to the error summary at each. */
  readonly attempt: number;
  /** Fields in the error summary: those that were wrong at the last try and have not been changed since. */
  readonly summarised: ReadonlySet<DraftField>;
  readonly sent: SentReport | null;
}

export type FormAction =
  | { readonly kind: "change"; readonly part: Partial<Draft> }
  | { readonly kind: "go"; readonly step: Step }
  | { readonly kind: "refuse"; readonly step: FormStep; readonly fields: readonly DraftField[] }
  | { readonly kind: "sent"; readonly sent: SentReport }
  | { readonly kind: "forget" };

export const emptyForm: FormState = {
  draft: emptyDraft,
  step: "questions",
  touched: new Set(),
  tried: new Set(),
  attempt: 0,
  summarised: new Set(),
  sent: null,
};

export function nextForm(state: FormState, action: FormAction): FormState {
  switch (action.kind) {
    case "change":
      return changed(state, action.part);
    case "go":
      // What has been sent is not sent again: from the receipt there is no way back into the form.
      return state.sent === null ? { ...state, step: action.step, summarised: new Set() } : state;
    case "refuse":
      return {
        ...state,
        step: action.step,
        tried: new Set([...state.tried, action.step]),
        attempt: state.attempt + 1,
        summarised: new Set(action.fields),
      };
    case "sent":
      return { ...emptyForm, step: "receipt", sent: action.sent };
    case "forget":
      return emptyForm;
  }
}

function changed(state: FormState, part: Partial<Draft>): FormState {
  const fields = Object.keys(part) as DraftField[];
  return {
    ...state,
    draft: { ...state.draft, ...part },
    touched: new Set([...state.touched, ...fields]),
    summarised: new Set([...state.summarised].filter((field) => !fields.includes(field))),
  };
}
