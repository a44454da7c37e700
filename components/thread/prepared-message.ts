import type { MessageDraft } from "./send-draft.ts";

/** A message that is put into a composer, for its writer to change and to send. */
export interface PreparedMessage {
  readonly subject: string;
  readonly text: string;
}

/** A draft with a prepared message in it: what was typed before stays, and stands first. */
export function withPrepared(draft: MessageDraft, { subject, text }: PreparedMessage): MessageDraft {
  const typed = draft.text.trimEnd();
  return { ...draft, subject, text: typed === "" ? text : `${typed}\n\n${text}` };
}
