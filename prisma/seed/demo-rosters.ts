import { expectOk } from "#lib/base/result.ts";
import type { ListSummary } from "#lib/data/lists.ts";
import { findCurrentRoster, type PublishedRoster } from "#lib/data/rosters.ts";
import { draftRoster } from "#lib/workflow/draft-roster.ts";
import { publishRoster } from "#lib/workflow/publish-roster.ts";
import type { DemoMember } from "./demo-members.ts";
import { unlockDemoKey, unwatched, type DemoVault } from "./demo-vault.ts";

/** Signs the next roster of a list with a coordinator's key, and publishes it, as their browser would. */
export async function signNextRoster(
  { actor, key }: DemoMember,
  vault: DemoVault,
  { id: listId }: ListSummary,
  now: Date,
): Promise<PublishedRoster> {
  const { text } = expectOk(await draftRoster(actor, listId, now));
  const fingerprint = await unlockDemoKey(vault, key);
  const signedText = expectOk(await vault.signText({ fingerprint, text, at: now }, unwatched));
  expectOk(await publishRoster(actor, { listId, signedText }, now));
  return expectOk(await findCurrentRoster(actor, listId));
}
