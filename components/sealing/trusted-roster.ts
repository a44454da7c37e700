import type { Fingerprint } from "#lib/base/id.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { tabVault, type CheckedReader, type CheckedRoster } from "#lib/pgp/client.ts";
import { rosterResponseSchema, type RosterResponse } from "#lib/schema/roster-response.ts";
import { requestJson } from "#components/request/request.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { lastingStorage, newlyPinned, readRosterMemory, rememberRoster, type RosterStorage } from "./roster-memory.ts";
import { vaultAnswer, type Vault } from "./vault-answer.ts";

/** A roster that a pinned coordinator signed, with what a sender should know before trusting it. */
export interface TrustedRoster {
  readonly roster: CheckedRoster;
  readonly listTitle: string;
  readonly policyVersion: string;
  /** The server's clock when it answered, for whatever is sealed or judged next. */
  readonly now: Date;
  /** To whom things are sealed. */
  readonly sealable: readonly CheckedReader[];
  /** Readers to whom nothing can be sealed now, an expired certificate say: named, and left out. */
  readonly skipped: readonly CheckedReader[];
  /** The coordinator whose signature was verified. */
  readonly signedBy: { readonly fingerprint: Fingerprint; readonly name: string };
  /** Every coordinator whose signature would have counted. */
  readonly pinned: readonly Fingerprint[];
  /** Coordinators that the portal vouches for and this browser has not seen on earlier visits; compare them. */
  readonly newlyPinned: readonly Fingerprint[];
}

/**
 * The current roster of a list, fetched and checked in this tab's vault. What was seen is remembered only by
 * {@link rememberTrust}, once the sender has gone on.
 *
 * @problem LIST_NOT_READY, the ROSTER_… codes of `verifyRoster`, and those of asking the portal.
 */
export async function fetchTrustedRoster(
  listName: string,
  vault: Vault = tabVault(),
  storage: RosterStorage | null = lastingStorage(),
): Promise<Result<TrustedRoster, ShownProblem>> {
  const response = await requestJson(`/api/v1/lists/${encodeURIComponent(listName)}/roster`, rosterResponseSchema);
  return response.ok ? checkRosterResponse(response.value, listName, vault, storage) : response;
}

/** Checks what the portal answered; see {@link fetchTrustedRoster}. */
export async function checkRosterResponse(
  { roster: given, pinned, listTitle, policyVersion, now }: RosterResponse,
  listName: string,
  vault: Vault,
  storage: RosterStorage | null,
): Promise<Result<TrustedRoster, ShownProblem>> {
  if (given === null) return refused(shownProblem({ code: "LIST_NOT_READY", facts: {} }));
  const memory = readRosterMemory(storage, listName);
  const checked = await vaultAnswer(
    vault.ask("checkRoster", {
      signed: given.signedText,
      pinned,
      list: listName,
      certificates: given.readers.map(({ certificate }) => certificate),
      lowestVersion: memory?.version ?? 1,
      at: now,
    }),
  );
  if (!checked.ok) return checked;

  const { readers, signedBy } = checked.value;
  const fingerprints = pinned.map(({ fingerprint }) => fingerprint);
  return ok({
    roster: checked.value,
    listTitle,
    policyVersion,
    now,
    sealable: readers.filter(({ verdict }) => verdict.ok),
    skipped: readers.filter(({ verdict }) => !verdict.ok),
    signedBy: {
      fingerprint: signedBy,
      name: pinned.find(({ fingerprint }) => fingerprint === signedBy)?.name ?? "a coordinator",
    },
    pinned: fingerprints,
    newlyPinned: newlyPinned(memory, fingerprints),
  });
}

/** Remembers a roster that a sender has relied on: an older one, or another coordinator's, is noticed from now on. */
export function rememberTrust(
  { roster, pinned }: TrustedRoster,
  storage: RosterStorage | null = lastingStorage(),
): void {
  const known = readRosterMemory(storage, roster.list)?.pinned ?? [];
  rememberRoster(storage, roster.list, { version: roster.version, pinned: [...new Set([...known, ...pinned])] });
}
