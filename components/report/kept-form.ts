import { emptyForm, wouldLose, type FormState } from "./form-state.ts";

/** The form as it was when its page was last left by a link of this portal. In memory only, gone with the tab. */
let kept: FormState = emptyForm;

export function readKeptForm(): FormState {
  return kept;
}

export function keepForm(form: FormState): void {
  kept = wouldLose(form) ? form : emptyForm;
}
