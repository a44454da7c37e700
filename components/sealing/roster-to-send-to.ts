import { ok, refused, type Result } from "#lib/base/result.ts";
import { isUnfamiliar } from "#components/list/unfamiliar-coordinator.tsx";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { fetchTrustedRoster, rememberTrust, type TrustedRoster } from "./trusted-roster.ts";

/**
 * The roster of this very moment, for something that is about to be sealed. It may be newer than the one that its
 * sender was shown, but never signed by a coordinator whom they have not been shown.
 *
 * @problem ROSTER_OTHER_SIGNER, and those of `fetchTrustedRoster`.
 */
export async function rosterToSendTo(
  listName: string,
  shown: TrustedRoster,
): Promise<Result<TrustedRoster, ShownProblem>> {
  const current = await fetchTrustedRoster(listName);
  if (!current.ok) return current;
  const { signedBy } = current.value;
  if (isUnfamiliar(current.value) && signedBy.fingerprint !== shown.signedBy.fingerprint) {
    return refused(shownProblem({ code: "ROSTER_OTHER_SIGNER", facts: { name: signedBy.name } }));
  }
  rememberTrust(current.value);
  return ok(current.value);
}
