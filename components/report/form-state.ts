import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import { emptyDraft, type Draft, type DraftField, type FormStep } from "./draft.ts";

export type Step = FormStep | "review" | "receipt";

/** Made once for each form, so that a second try to send makes no second report. */
export interface ReportIdentity {
  readonly submissionId: string;
  readonly receipt: UnlockedReceipt;
}

/** What was sealed and posted without an answer: it may have arrived or not. */
export interface SealedTry {
  readonly draft: Draft;
  readonly rosterVersion: number;
  readonly form: FormData;
  readonly messages: readonly SentMessage[];
}

/** A report that has arrived, with the code that is shown this once. */
export interface SentReport {
  readonly handle: string;
  readonly receivedAt: Date;
  readonly receiptText: string;
  /** The OpenPGP messages that were sent. */
  readonly messages: readonly SentMessage[];
  /** The first try had come through after all, so what was changed after it is not in the report. */
  readonly isEarlierVersion: boolean;
  /** By the reporter's own gpg: the receipt does not open it. */
  readonly wasSealedElsewhere: boolean;
}

/** An OpenPGP message as a file to keep: armoured where it is small, since armour of megabytes would halt the page. */
export interface SentMessage {
  readonly fileName: string;
  readonly label: string;
  readonly form: "armoured" | "binary";
  readonly keyPackets: readonly Uint8Array<ArrayBuffer>[];
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface FormState {
  readonly draft: Draft;
  readonly step: Step;
  /** When something was last answered, by this browser's clock. */
  readonly changedAt: Date | null;
  /** Fields that were answered at least once. */
  readonly touched: ReadonlySet<DraftField>;
  /** Steps that somebody has tried to leave. */
  readonly tried: ReadonlySet<FormStep>;
  /** Counts the tries that failed, so that the focus goes to the error summary at each. */
  readonly attempt: number;
  /** Fields in the error summary: those that were wrong at the last try and have not been changed since. */
  readonly summarised: ReadonlySet<DraftField>;
  readonly identity: ReportIdentity | null;
  /** Oldest first. */
  readonly tries: readonly SealedTry[];
  readonly sent: SentReport | null;
  /** The reporter says that they have the receipt. */
  readonly isKept: boolean;
}

export type FormAction =
  | { readonly kind: "change"; readonly part: Partial<Draft>; readonly at: Date }
  | { readonly kind: "go"; readonly step: Step }
  | { readonly kind: "refuse"; readonly step: FormStep; readonly fields: readonly DraftField[] }
  | { readonly kind: "identify"; readonly identity: ReportIdentity }
  | { readonly kind: "try"; readonly sealed: SealedTry }
  /** The portal said no: what was posted did not arrive. */
  | { readonly kind: "untry"; readonly sealed: SealedTry }
  | { readonly kind: "sent"; readonly sent: SentReport }
  | { readonly kind: "keep"; readonly isKept: boolean }
  | { readonly kind: "forget" };

export const emptyForm: FormState = {
  draft: emptyDraft,
  step: "questions",
  changedAt: null,
  touched: new Set(),
  tried: new Set(),
  attempt: 0,
  summarised: new Set(),
  identity: null,
  tries: [],
  sent: null,
  isKept: false,
};

export function nextForm(state: FormState, action: FormAction): FormState {
  switch (action.kind) {
    case "change":
      return changed(state, action.part, action.at);
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
    case "identify":
      return { ...state, identity: action.identity };
    case "try":
      return { ...state, tries: [...state.tries.filter((each) => each !== action.sealed), action.sealed] };
    case "untry":
      return { ...state, tries: state.tries.filter((each) => each !== action.sealed) };
    case "sent":
      return { ...emptyForm, step: "receipt", sent: action.sent }; // nothing that was typed is needed any more
    case "keep":
      return { ...state, isKept: action.isKept };
    case "forget":
      return emptyForm;
  }
}

/** Whether leaving the page would lose something: what was typed, or a receipt that nobody has kept. */
export function wouldLose({ touched, sent, isKept }: FormState): boolean {
  return sent === null ? touched.size > 0 : !isKept;
}

function changed(state: FormState, part: Partial<Draft>, at: Date): FormState {
  const fields = Object.keys(part) as DraftField[];
  return {
    ...state,
    draft: { ...state.draft, ...judgedAnew(part) },
    changedAt: at,
    touched: new Set([...state.touched, ...fields]),
    summarised: new Set([...state.summarised].filter((field) => !fields.includes(field))),
  };
}

/** Another date may be one that can be agreed at once. */
function judgedAnew(part: Partial<Draft>): Partial<Draft> {
  return part.proposedDisclosureAt === undefined ? part : { isProvisional: false, ...part };
}
