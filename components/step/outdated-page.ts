import { problemCodes, problemStatus, type ProblemCode } from "#lib/base/problem.ts";

/** Who reads a list has changed, which is no conflict to the API. */
const otherReaders: readonly ProblemCode[] = ["PGP_READERS_UNKNOWN", "PGP_READERS_MISSING"];

/** Whether a refusal says that the page shows what is not so any more: somebody else was faster. */
export function isPageOutdated(code: string): boolean {
  const known = problemCodes.find((each) => each === code);
  return known !== undefined && (problemStatus(known) === 409 || otherReaders.includes(known));
}
