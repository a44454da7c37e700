const breaksAndControls = /[\p{Cc}\u2028\u2029]+/gu;

/** Embeddings, overrides and isolates, with which a text can make what stands beside it read backwards. */
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text as one line that leaves its neighbours alone: controls become a space, bidi overrides vanish. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(bidiControls, "").replace(breaksAndControls, " ").trim();
}

/** A text with its lines divided by `\n` alone, and no lone surrogates. */
export function normalText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n");
}
