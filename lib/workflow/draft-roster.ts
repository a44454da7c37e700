import { mayAdminister } from "#lib/access/permission.ts";
import type { Actor } from "#lib/access/actor.ts";
import { hex, sha256, utf8 } from "#lib/base/bytes.ts";
import type { ListId } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { findListById } from "#lib/data/lists.ts";
import { listMembers, type MemberCertificate, type MemberSummary } from "#lib/data/members.ts";
import { findCurrentRoster, listPinnedCoordinators, type PublishedRoster } from "#lib/data/rosters.ts";
import { composeRoster, type Roster } from "#lib/pgp/roster.ts";
import { verifyRoster, type RosterProblem } from "#lib/pgp/signed-roster.ts";
import { rosterChanges, type RosterChange } from "./roster-changes.ts";

/** How long a roster holds from its signature. Half a year bounds how long an old one can be passed off as current. */
export const rosterDays = 180;

/** How long before a roster runs out its coordinators are told to sign the next. */
export const rosterWarningDays = 30;

/** A person whose certificate can be encrypted to now. */
export interface Reader extends MemberSummary {
  readonly certificate: MemberCertificate;
}

/** What the next roster of a list would say, and who it would say it of. */
export interface RosterContents {
  readonly list: string;
  readonly version: number;
  /** SHA-256 of the signed text of the version before, lower-case hexadecimal; null for the first. */
  readonly previous: string | null;
  readonly readers: readonly Reader[];
  /** Subscribed, but with no certificate that is valid now: they are not on the roster. */
  readonly leftOut: readonly MemberSummary[];
  readonly current: PublishedRoster | null;
}

export interface RosterDraft extends RosterContents {
  /** To be clear-signed by a pinned coordinator, as it is. */
  readonly text: string;
  readonly expiresAt: Date;
  readonly changes: readonly RosterChange[];
  /** Why browsers refuse the current roster, as when its coordinator was removed; null where they do not. */
  readonly currentProblem: RosterProblem | null;
  /** Whether the current roster runs out within {@link rosterWarningDays}: then nobody could report any more. */
  readonly runsOutSoon: boolean;
}

/**
 * The next roster of a list, of the people who are subscribed now and have a certificate that is valid now.
 *
 * @problem NOT_FOUND when there is no such list, or the actor does not administer.
 * @problem ROSTER_EMPTY when nobody could be encrypted to.
 */
export async function draftRoster(
  actor: Actor,
  listId: ListId,
  now: Date,
): Promise<Result<RosterDraft, Problem<"NOT_FOUND" | "ROSTER_EMPTY">>> {
  const contents = await rosterContents(actor, listId, now);
  if (!contents.ok) return contents;
  const expiresAt = addDays(now, rosterDays);
  const { current, readers } = contents.value;
  return ok({
    ...contents.value,
    expiresAt,
    text: rosterText(contents.value, { issuedAt: now, expiresAt }),
    changes: rosterChanges(current?.readers ?? [], readers),
    currentProblem: current === null ? null : await problemOf(actor, { list: contents.value.list, current, now }),
    runsOutSoon: current !== null && current.expiresAt <= addDays(now, rosterWarningDays),
  });
}

/** What every browser finds wrong with a published roster now. */
async function problemOf(
  actor: Actor,
  { list, current, now }: { readonly list: string; readonly current: PublishedRoster; readonly now: Date },
): Promise<RosterProblem | null> {
  const verified = await verifyRoster({
    signed: current.signedText,
    pinned: await listPinnedCoordinators(actor),
    list,
    certificates: current.readers.map(({ certificate }) => certificate),
    now,
    lowestVersion: current.version,
  });
  return verified.ok ? null : verified.problem;
}

/** What the next roster of a list has to say; see {@link draftRoster} for what is refused. */
export async function rosterContents(
  actor: Actor,
  listId: ListId,
  now: Date,
): Promise<Result<RosterContents, Problem<"NOT_FOUND" | "ROSTER_EMPTY">>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  const list = await findListById(actor, listId);
  if (!list.ok) return list;

  const members = await listMembers(actor, listId);
  const readers = members.filter((member): member is Reader => isReader(member, now));
  if (readers.length === 0) return refused({ code: "ROSTER_EMPTY", facts: {} });
  const found = await findCurrentRoster(actor, listId);
  const current = found.ok ? found.value : null;
  return ok({
    list: list.value.name,
    version: (current?.version ?? 0) + 1,
    previous: current === null ? null : hex(await sha256(utf8(current.signedText))),
    readers,
    leftOut: members.filter((member) => !isReader(member, now)),
    current,
  });
}

/** The text of a roster with these contents: the same whenever it is composed for the same two instants. */
export function rosterText(
  { list, version, previous, readers }: RosterContents,
  { issuedAt, expiresAt }: Pick<Roster, "issuedAt" | "expiresAt">,
): string {
  return composeRoster({
    list,
    version,
    previous,
    issuedAt,
    expiresAt,
    readers: readers.map(({ name, organisation, certificate }) => ({
      name,
      organisation,
      fingerprint: certificate.fingerprint,
      encryptionFingerprint: certificate.encryptionFingerprint,
      sha256: certificate.sha256,
    })),
  });
}

function isReader({ certificate }: MemberSummary, now: Date): boolean {
  return certificate !== null && (certificate.expiresAt === null || certificate.expiresAt > now);
}
