import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { authorName } from "#components/thread/envelope-words.ts";

/** What each envelope of a report is called in a sentence: `the report`, `the message of Ada Lovelace (Debian)`. */
export function envelopeNames(
  envelopes: readonly Pick<ThreadEnvelope, "id" | "kind" | "author" | "authorMember">[],
): ReadonlyMap<string, string> {
  return new Map(
    envelopes.map((envelope) => {
      switch (envelope.kind) {
        case "report":
          return [envelope.id, "the report"];
        case "card":
          return [envelope.id, "the title"];
        case "exploit":
          return [envelope.id, `the exploit of ${authorName(envelope)}`];
        case "status":
          return [envelope.id, `a note of ${authorName(envelope)}`];
        case "message":
          return [envelope.id, `a message of ${authorName(envelope)}`];
      }
    }),
  );
}
