/**
 * Whether a body is a form as our pages send it to a server action: `multipart/form-data` with what React writes into it.
 * Next would fail with status 500 at any other.
 *
 * @param isFetched - Sent by the page's script, which names the action in a header; without script the form itself names it.
 */
export async function isPageForm(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  isFetched: boolean,
): Promise<boolean> {
  try {
    const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
    return isFetched ? isArguments(form.get("0")) : namesNoneOrOneAction(form);
  } catch {
    return false; // no form, no JSON, too deep, or with other references
  }
}

function namesNoneOrOneAction(form: FormData): boolean {
  const [reference, ...more] = [...form.keys()].filter((key) => /^\$ACTION_(?:REF|ID)_/.test(key));
  if (more.length > 0) return false;
  if (reference === undefined || /^\$ACTION_ID_[0-9a-f]{42}$/.test(reference)) return true;
  const [, number] = /^\$ACTION_REF_(\d{1,4})$/.exec(reference) ?? [];
  if (number === undefined) return false;
  const named = form.get(`$ACTION_${number}:0`);
  if (typeof named !== "string" || !/^\{"id":"[0-9a-f]{42}","bound":"\$@1"\}$/.test(named)) return false;
  return isArguments(form.get(`$ACTION_${number}:1`));
}

/** An array of JSON, in which React refers to the form's fields and to nothing else. */
function isArguments(text: FormDataEntryValue | null): boolean {
  if (typeof text !== "string") return false;
  const known: unknown = JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === "string" && !isPlainWord(value)) throw new Error("a reference to something else");
    return value;
  });
  return Array.isArray(known);
}

/** React marks what is no JSON by a first `$`, which it doubles where a text begins so. */
function isPlainWord(text: string): boolean {
  return !text.startsWith("$") || /^\$(?:\$|undefined$|K[0-9a-f]{1,4}$)/.test(text);
}
