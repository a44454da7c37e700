import { ShownReference } from "./shown-reference.tsx";

/** What somebody gave as evidence: a link, a Message-ID, or their word, which is quoted. */
export function ShownEvidence({ text }: { readonly text: string }) {
  return isReference(text) ? <ShownReference text={text} /> : <q className="wrap-anywhere">{text}</q>;
}

function isReference(text: string): boolean {
  return /^(?:https?:\/\/\S+|<[^\s<>]+>)$/i.test(text);
}
