import { utcSecondText } from "#lib/base/instant.ts";
import type { SentReport } from "./form-state.ts";

/** What the saved receipt says, with LF line ends. */
export function receiptFileText({ handle, receivedAt, receiptText }: SentReport, address: string): string {
  return [
    `Receipt for report ${handle}`,
    "",
    receiptText,
    "",
    `Received on ${utcSecondText(receivedAt)}.`,
    `Return with it at ${address}`,
    "It lets you in, and it is the key to the replies: keep it secret. Nobody can show it to you again.",
    "",
  ].join("\n");
}
