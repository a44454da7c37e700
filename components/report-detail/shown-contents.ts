import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";

/** What a later try may mend: the envelope has not been seen yet. */
const passing = ["NETWORK_DOWN", "SERVER_ERROR", "TOO_MANY_REQUESTS", "VAULT_ENDED"];

/** Whether a reader has seen all there is to see of an envelope: its contents, or that it is broken for good. */
export function isShown(contents: EnvelopeContents | undefined): boolean {
  if (contents === undefined) return false;
  return contents.state === "opened" || (contents.state === "failed" && !passing.includes(contents.problem.code));
}
