import type { Actor } from "#lib/access/actor.ts";
import type { CertificateId, ListId } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { recordEvent } from "#lib/data/events.ts";
import { createRoster, listPinnedCoordinators, lockRosters } from "#lib/data/rosters.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { composeRoster } from "#lib/pgp/roster.ts";
import { verifyRoster, type RosterProblem, type VerifiedRoster } from "#lib/pgp/signed-roster.ts";
import { rosterContents, rosterDays, rosterText, type RosterContents } from "./draft-roster.ts";

export interface SignedRoster {
  readonly listId: ListId;
  /** The draft, clear-signed in a browser or by `gpg --clearsign`; what stands around it is left out. */
  readonly signedText: string;
}

/**
 * Publishes the next roster of a list: from now on reports are sealed to its readers.
 *
 * @returns its version.
 * @problem NOT_FOUND when there is no such list, or the actor does not administer; ROSTER_EMPTY.
 * @problem ROSTER_NOT_SIGNED, ROSTER_SIGNER_INVALID, ROSTER_TAMPERED, ROSTER_UNREADABLE, ROSTER_OTHER_LIST,
 *   ROSTER_EXPIRED by its signature and what it says of itself.
 * @problem ROSTER_CHANGED when it is no longer the next roster: somebody came, went, has another certificate, or has
 *   published before; or it claims to hold for longer than rosters do.
 */
export async function publishRoster(
  actor: Actor,
  { listId, signedText }: SignedRoster,
  now: Date,
): Promise<Result<number, Problem<"NOT_FOUND" | "ROSTER_EMPTY" | "ROSTER_CHANGED"> | RosterProblem>> {
  return inTransaction(actor, async () => {
    await lockRosters(actor, listId);
    const contents = await rosterContents(actor, listId, now);
    if (!contents.ok) return contents;
    const verified = await verifyNext(actor, { contents: contents.value, signedText, now });
    if (!verified.ok) return verified;

    const { version, issuedAt, expiresAt, signed } = verified.value;
    const certificateIds = inSignedOrder(contents.value, verified.value);
    await createRoster(actor, { listId, version, signedText: signed, issuedAt, expiresAt, certificateIds });
    const facts = { list: contents.value.list, version, readers: contents.value.readers.length };
    await recordEvent(actor, { kind: "roster-published", at: now, facts });
    return ok(version);
  });
}

function inSignedOrder({ readers }: RosterContents, signed: VerifiedRoster): readonly CertificateId[] {
  const ids = new Map(readers.map(({ certificate }) => [certificate.fingerprint, certificate.id]));
  return signed.readers.flatMap(({ fingerprint }) => ids.get(fingerprint) ?? []);
}

async function verifyNext(
  actor: Actor,
  { contents, signedText, now }: { readonly contents: RosterContents; readonly signedText: string; readonly now: Date },
): Promise<Result<VerifiedRoster, Problem<"ROSTER_CHANGED"> | RosterProblem>> {
  const changed = refused({ code: "ROSTER_CHANGED", facts: {} } as const);
  const verified = await verifyRoster({
    signed: signedText,
    pinned: await listPinnedCoordinators(actor),
    list: contents.list,
    certificates: contents.readers.map(({ certificate }) => certificate.bytes),
    now,
    lowestVersion: contents.version,
  });
  if (!verified.ok) {
    const { code } = verified.problem;
    return code === "ROSTER_CERTIFICATE_DIFFERS" || code === "ROSTER_OLD" ? changed : verified;
  }
  const isInTime = verified.value.expiresAt <= addDays(now, rosterDays);
  return isInTime && composeRoster(verified.value) === rosterText(contents, verified.value) ? verified : changed;
}
