import { controlId, type DraftField } from "./draft.ts";

/**
 * Puts the focus on a field, before the button that filled it in goes: the focus would go with it, to the top of the
 * page.
 *
 * @param value - The option that was chosen, where the field is a group of them.
 */
export function focusControl(field: DraftField, value?: string): void {
  const id = controlId(field);
  const control = document.getElementById(`${id}-${value ?? ""}`) ?? document.getElementById(id);
  control?.focus();
}
