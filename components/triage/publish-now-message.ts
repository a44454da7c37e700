import type { PreparedMessage } from "#components/thread/prepared-message.ts";

/** Why the list would rather see an issue published now (A3). */
export type PublicationReason = "public" | "low";

/** The same as what members found, in the middle of a sentence. */
export const reasonWords: Readonly<Record<PublicationReason, string>> = {
  public: "it is in effect public already",
  low: "it is of low severity",
};

/** What a member may want to write to the reporter once A3 is confirmed; theirs to change before it is sealed. */
export function publishNowMessage(
  because: PublicationReason,
  { listName, venue }: { readonly listName: string; readonly venue: string },
): PreparedMessage {
  return {
    subject: "Would you publish it now?",
    text: [
      "Hello,",
      `several members of ${listName} have looked at your report, and find that ${reasonWords[because]}. An embargo then protects nobody, and keeps people from acting. The list would much rather see it published now (A3 of its policy).`,
      `Would you post it to ${venue} now, with the details? If you see a reason to wait, please tell us which one, and until when.`,
      "Thank you for the report.",
    ].join("\n\n"),
  };
}
