import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { CertificateId, Fingerprint, ListId, MemberId, RosterId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { inTransaction } from "./transaction.ts";

/** A reader of a roster, with the certificate that envelopes are sealed to. All of it is public. */
export interface RosterReader {
  readonly memberId: MemberId;
  readonly certificateId: CertificateId;
  readonly name: string;
  readonly organisation: string;
  readonly fingerprint: Fingerprint;
  readonly encryptionKeyId: string;
  readonly otherKeyIds: readonly string[];
  readonly algorithm: string;
  readonly expiresAt: Date | null;
  readonly certificate: Uint8Array<ArrayBuffer>;
}

export interface PublishedRoster {
  readonly id: RosterId;
  readonly version: number;
  readonly signedText: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly readers: readonly RosterReader[];
}

const withReaders = {
  readers: {
    orderBy: { position: "asc" },
    include: { certificate: { include: { member: { include: { organisation: true } } } } },
  },
} as const;

/** The newest roster of a list. @problem NOT_FOUND when none has been published yet. */
export async function findCurrentRoster(
  actor: Actor,
  listId: ListId,
): Promise<Result<PublishedRoster, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.roster.findFirst({ where: { listId }, orderBy: { version: "desc" }, include: withReaders }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok(toRoster(row));
}

type RosterRow = Prisma.RosterGetPayload<{ include: typeof withReaders }>;

function toRoster(row: RosterRow): PublishedRoster {
  return {
    id: row.id as RosterId,
    version: row.version,
    signedText: row.signedText,
    issuedAt: row.issuedAt,
    expiresAt: row.expiresAt,
    readers: row.readers.map(({ certificate }) => ({
      memberId: certificate.memberId as MemberId,
      certificateId: certificate.id as CertificateId,
      name: certificate.member.name,
      organisation: certificate.member.organisation.name,
      fingerprint: certificate.fingerprint as Fingerprint,
      encryptionKeyId: certificate.encryptionKeyId,
      otherKeyIds: certificate.otherKeyIds,
      algorithm: certificate.algorithm,
      expiresAt: certificate.expiresAt,
      certificate: certificate.bytes,
    })),
  };
}

export interface NewRoster {
  readonly listId: ListId;
  readonly version: number;
  readonly signedText: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly certificateIds: readonly CertificateId[];
}

/** Lets one transaction at a time publish a roster of this list. */
export async function lockRosters(actor: Actor, listId: ListId): Promise<void> {
  await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw`select id from "List" where id = ${listId}::uuid for update`,
  );
}

/** Stores a signed roster. Two with the same version cannot exist: the later one throws. */
export async function createRoster(actor: Actor, roster: NewRoster): Promise<void> {
  const id = crypto.randomUUID();
  const { certificateIds, ...columns } = roster;
  await inTransaction(actor, async (transaction) => {
    await transaction.roster.createMany({ data: { id, ...columns } });
    await transaction.rosterReader.createMany({
      data: certificateIds.map((certificateId, position) => ({ rosterId: id, certificateId, position })),
    });
  });
}

export interface PinnedCoordinator {
  readonly fingerprint: Fingerprint;
  readonly name: string;
  readonly certificate: Uint8Array<ArrayBuffer>;
}

/** The coordinators whose signature under a roster counts. */
export async function listPinnedCoordinators(actor: Actor): Promise<readonly PinnedCoordinator[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.pinnedCoordinator.findMany({ orderBy: { pinnedAt: "asc" } }),
  );
  return rows.map(({ fingerprint, name, certificate }) => ({
    fingerprint: fingerprint as Fingerprint,
    name,
    certificate,
  }));
}

/** Pins a coordinator's key, or keeps a newer certificate of a key that is pinned already. */
export async function createPinnedCoordinator(actor: Actor, pinned: PinnedCoordinator, now: Date): Promise<void> {
  const { fingerprint, ...columns } = pinned;
  await inTransaction(actor, (transaction) =>
    transaction.pinnedCoordinator.upsert({
      where: { fingerprint },
      create: { ...pinned, pinnedAt: now },
      update: columns,
      select: { fingerprint: true },
    }),
  );
}

/** From now on a signature by this key under a roster counts for nothing. */
export async function changeCoordinatorToUnpinned(actor: Actor, fingerprint: Fingerprint): Promise<void> {
  await inTransaction(actor, (transaction) => transaction.pinnedCoordinator.deleteMany({ where: { fingerprint } }));
}
