/**
 * The fields of a form that a server action was sent. Whoever posts to an action can send it anything at all, whatever
 * its types say: what is no form has no fields, and the action's schema refuses it.
 *
 * @param several - Fields that may be there more than once, and come as an array.
 */
export function formFields(
  form: unknown,
  several: readonly string[] = [],
): Readonly<Record<string, FormDataEntryValue | FormDataEntryValue[]>> {
  if (!(form instanceof FormData)) return {};
  return { ...Object.fromEntries(form), ...Object.fromEntries(several.map((name) => [name, form.getAll(name)])) };
}
