import { isPassing } from "#components/request/shown-problem.ts";
import type { EnvelopeContents } from "#components/thread/envelope-contents.ts";

/** Whether a reader has seen all there is to see of an envelope: its contents, or that it is broken for good. */
export function isShown(contents: EnvelopeContents | undefined): boolean {
  if (contents === undefined) return false;
  if (contents.state !== "failed") return contents.state === "opened";
  // What a later try may mend: the envelope has not been seen yet.
  return !isPassing(contents.problem) && contents.problem.code !== "VAULT_ENDED";
}
