import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { CertificateId, Fingerprint, ListId, MemberId, OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { inTransaction } from "./transaction.ts";

export interface MemberSummary {
  readonly id: MemberId;
  readonly name: string;
  readonly isCoordinator: boolean;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly listIds: readonly ListId[];
  readonly certificate: MemberCertificate | null;
}

export interface MemberCertificate {
  readonly id: CertificateId;
  readonly fingerprint: Fingerprint;
  readonly encryptionKeyId: string;
  readonly encryptionFingerprint: Fingerprint;
  readonly algorithm: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of {@link bytes}, lower-case hexadecimal. */
  readonly sha256: string;
  readonly expiresAt: Date | null;
}

export const memberColumns = {
  id: true,
  name: true,
  isCoordinator: true,
  organisationId: true,
  organisation: { select: { name: true } },
  subscriptions: { select: { listId: true } },
  certificates: {
    where: { replacedAt: null },
    take: 1,
    select: {
      id: true,
      fingerprint: true,
      encryptionKeyId: true,
      encryptionFingerprint: true,
      algorithm: true,
      bytes: true,
      sha256: true,
      expiresAt: true,
    },
  },
} as const satisfies Prisma.MemberSelect;

type MemberRow = Prisma.MemberGetPayload<{ select: typeof memberColumns }>;

/** What the columns of `memberColumns` tell. */
export function toMember(row: MemberRow): MemberSummary {
  const [certificate] = row.certificates;
  return {
    id: row.id as MemberId,
    name: row.name,
    isCoordinator: row.isCoordinator,
    organisationId: row.organisationId as OrganisationId,
    organisation: row.organisation.name,
    listIds: row.subscriptions.map(({ listId }) => listId as ListId),
    certificate:
      certificate === undefined
        ? null
        : {
            ...certificate,
            id: certificate.id as CertificateId,
            fingerprint: certificate.fingerprint as Fingerprint,
            encryptionFingerprint: certificate.encryptionFingerprint as Fingerprint,
          },
  };
}

/** The people who are members now, by organisation and name. Public (K10); `listId` narrows to one list's. */
export async function listMembers(actor: Actor, listId?: ListId): Promise<readonly MemberSummary[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.member.findMany({
      where: { removedAt: null, ...(listId === undefined ? {} : { subscriptions: { some: { listId } } }) },
      orderBy: [{ organisation: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
      select: memberColumns,
    }),
  );
  return rows.map(toMember);
}

/** @problem NOT_FOUND when no present member has this id. */
export async function findMember(actor: Actor, id: MemberId): Promise<Result<MemberSummary, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.member.findFirst({ where: { id, removedAt: null }, select: memberColumns }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok(toMember(row));
}

/**
 * The present member whose current certificate has this primary fingerprint; where nobody's has, the one whose is the
 * next. So it takes as long to find nobody as to find somebody. Null where there is no member at all.
 */
export async function findMemberNearFingerprint(actor: Actor, fingerprint: Fingerprint): Promise<MemberSummary | null> {
  return inTransaction(actor, async (transaction) => {
    const [nearest] = await transaction.$queryRaw<{ id: MemberId }[]>`
      select m.id from "Certificate" c join "Member" m on m.id = c."memberId" and m."removedAt" is null
      where c."replacedAt" is null order by c.fingerprint < ${fingerprint}, c.fingerprint limit 1`;
    const member = nearest === undefined ? null : await findMember(actor, nearest.id);
    return member?.ok === true ? member.value : null;
  });
}

export interface NewCertificate {
  readonly fingerprint: Fingerprint;
  readonly encryptionKeyId: string;
  readonly encryptionFingerprint: string;
  readonly otherKeyIds: readonly string[];
  readonly algorithm: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly expiresAt: Date | null;
}

export interface NewMember {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly address: string | null;
  readonly isCoordinator: boolean;
  readonly listIds: readonly ListId[];
  readonly certificate: NewCertificate;
}

/** Lets one transaction at a time enrol or change people and organisations, so that what it has looked at stays so. */
export async function lockMembers(actor: Actor): Promise<void> {
  await inTransaction(
    actor,
    (transaction) => transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended('fortnight members', 0))`,
  );
}

/** Enrols a person with their own certificate (L2, K10). */
export async function createMember(actor: Actor, member: NewMember, now: Date): Promise<MemberId> {
  const id = crypto.randomUUID() as MemberId;
  await inTransaction(actor, async (transaction) => {
    const { organisationId, name, address, isCoordinator } = member;
    await transaction.member.createMany({
      data: { id, organisationId, name, address, isCoordinator, enrolledAt: now },
    });
    await transaction.subscription.createMany({ data: member.listIds.map((listId) => ({ memberId: id, listId })) });
    await createCertificate(actor, id, member.certificate, now);
  });
  return id;
}

/** Gives a member a new certificate; the one before stays on record as replaced. */
export async function createCertificate(
  actor: Actor,
  memberId: MemberId,
  certificate: NewCertificate,
  now: Date,
): Promise<void> {
  await inTransaction(actor, async (transaction) => {
    await transaction.certificate.updateMany({ where: { memberId, replacedAt: null }, data: { replacedAt: now } });
    await transaction.certificate.createMany({
      data: { ...certificate, otherKeyIds: [...certificate.otherKeyIds], memberId, addedAt: now },
    });
  });
}

/** Removes a member: no session of theirs counts from now on, and no new roster names them. */
export async function changeMemberToRemoved(actor: Actor, id: MemberId, now: Date): Promise<boolean> {
  return inTransaction(actor, async (transaction) => {
    const { count } = await transaction.member.updateMany({ where: { id, removedAt: null }, data: { removedAt: now } });
    await transaction.session.updateMany({ where: { memberId: id, endedAt: null }, data: { endedAt: now } });
    return count === 1;
  });
}
