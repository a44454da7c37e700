/** More than this is shown only when asked for: a browser takes long to lay out megabytes. */
export const shownCharacters = 20_000;

/** The beginning of a text, to a whole line where one ends near; the text itself where it is short. */
export function beginningOf(text: string): string {
  if (text.length <= shownCharacters) return text;
  const cut = text.slice(0, shownCharacters).toWellFormed();
  const lineEnd = cut.lastIndexOf("\n");
  return lineEnd > shownCharacters / 2 ? cut.slice(0, lineEnd) : cut;
}

/** Characters that make a text read differently from what a program takes it for: directions, and what has no width. */
const deceptive = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** How many characters of a text are invisible or turn the direction of reading (CVE-2021-42574). */
export function deceptiveCharacterCount(text: string): number {
  return text.match(deceptive)?.length ?? 0;
}

/** The same text with each such character written out, as `[U+202E]`. */
export function withDeceptiveCharactersShown(text: string): string {
  return text.replace(deceptive, (character) => `[U+${codeOf(character)}]`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
