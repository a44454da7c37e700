import "server-only";
import type { Actor, ReporterActor, SignedInActor } from "#lib/access/actor.ts";
import { isSignedIn } from "#lib/access/actor.ts";
import type { EnvelopeId, Fingerprint, MemberId, ReportId, RosterId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { inTransaction } from "./transaction.ts";

export type EnvelopeKind = "report" | "message" | "exploit" | "card" | "status";

export interface NewReader {
  readonly fingerprint: Fingerprint;
  readonly memberId: MemberId | null;
  readonly certificateId: string | null;
  readonly reporterCertificateId: string | null;
  readonly keyPacket: Uint8Array<ArrayBuffer>;
}

export interface NewEnvelope {
  readonly id: EnvelopeId;
  readonly reportId: ReportId;
  readonly issueId: string | null;
  readonly rosterId: RosterId;
  readonly kind: EnvelopeKind;
  readonly sentAt: Date;
  readonly submissionId: string;
  readonly submissionHash: string;
  readonly commitment: string | null;
  readonly commitmentSignature: string | null;
  readonly emptyBody: Uint8Array<ArrayBuffer> | null;
  readonly readers: readonly NewReader[];
  readonly parts: readonly { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string }[];
}

/**
 * Stores a checked envelope: its parts once, and one key packet a reader. The author is the actor. Two packets for one
 * reader throw.
 *
 * @problem SUBMISSION_ID_REUSED when another envelope, visible or not, came under its submission id.
 */
export async function createEnvelope(
  actor: ReporterActor | SignedInActor,
  envelope: NewEnvelope,
): Promise<Result<null, Problem<"SUBMISSION_ID_REUSED">>> {
  const { readers, parts, ...columns } = envelope;
  return inTransaction(actor, async (transaction) => {
    const { count } = await transaction.envelope.createMany({
      data: {
        ...columns,
        author: isSignedIn(actor) ? "member" : "reporter",
        authorMemberId: isSignedIn(actor) ? actor.memberId : null,
      },
      skipDuplicates: true,
    });
    if (count === 0) return refused({ code: "SUBMISSION_ID_REUSED", facts: {} });
    const rows = readers.map((reader) => rowsOf(envelope, reader, { at: envelope.sentAt, by: null }));
    await transaction.reader.createMany({ data: rows.map(({ reader }) => reader) });
    await transaction.keyPacket.createMany({ data: rows.map(({ keyPacket }) => keyPacket) });
    await transaction.envelopePart.createMany({
      data: parts.map(({ bytes, sha256 }, part) => ({
        envelopeId: envelope.id,
        part,
        bytes,
        sha256,
        sizeBytes: bytes.length,
      })),
    });
    return ok(null);
  });
}

/** One reader more, with the key packet that makes them one. False where there is one with this key already. */
export async function createReader(
  actor: ReporterActor | SignedInActor,
  envelope: { readonly id: EnvelopeId; readonly reportId: ReportId },
  reader: NewReader,
  granted: { readonly at: Date; readonly by: MemberId | null },
): Promise<boolean> {
  const rows = rowsOf(envelope, reader, granted);
  return inTransaction(actor, async (transaction) => {
    const { count } = await transaction.reader.createMany({ data: rows.reader, skipDuplicates: true });
    if (count === 0) return false;
    await transaction.keyPacket.createMany({ data: rows.keyPacket });
    return true;
  });
}

function rowsOf(
  { id: envelopeId, reportId }: Pick<NewEnvelope, "id" | "reportId">,
  { keyPacket, ...who }: NewReader,
  { at, by }: { readonly at: Date; readonly by: MemberId | null },
) {
  const id = crypto.randomUUID();
  const where = { envelopeId, reportId, memberId: who.memberId };
  return {
    reader: { id, ...where, ...who, grantedById: by, since: at },
    keyPacket: { readerId: id, ...where, bytes: keyPacket },
  };
}

/** The one place that says who sees which envelopes: their readers, and their authors. */
export function visibleTo(actor: Actor): Prisma.EnvelopeWhereInput {
  switch (actor.kind) {
    case "anonymous":
    case "system":
      return { id: { in: [] } };
    case "reporter":
      return {
        reportId: actor.reportId,
        OR: [{ author: "reporter" }, { keyPackets: { some: { memberId: null } } }],
      };
    case "member":
    case "coordinator":
      return { OR: [{ keyPackets: { some: { memberId: actor.memberId } } }, { authorMemberId: actor.memberId }] };
  }
}

/** Which key packets are the actor's own. */
function ownPackets(actor: Actor): Prisma.KeyPacketWhereInput {
  return { memberId: isSignedIn(actor) ? actor.memberId : null };
}

const threadColumns = {
  id: true,
  reportId: true,
  kind: true,
  author: true,
  sentAt: true,
  commitment: true,
  commitmentSignature: true,
  emptyBody: true,
  roster: { select: { version: true } },
  issue: { select: { number: true } },
  authorMember: { select: { id: true, name: true, organisation: { select: { name: true } } } },
  parts: { orderBy: { part: "asc" }, select: { part: true, sizeBytes: true, sha256: true } },
} as const satisfies Prisma.EnvelopeSelect;

type ThreadRow = Prisma.EnvelopeGetPayload<{
  select: typeof threadColumns & { keyPackets: { select: { bytes: true; reader: { select: { fingerprint: true } } } } };
}>;

/** Of a report's envelopes so many are shown, the oldest. */
const maximumEnvelopes = 1_000;

/** An envelope as its reader gets it: everything but the bytes of its parts. */
export interface ThreadEnvelope {
  readonly id: EnvelopeId;
  readonly reportId: ReportId;
  readonly kind: EnvelopeKind;
  /** Of a card, and of a note beside an organisation's status: of which issue it speaks. */
  readonly issueNumber: number | null;
  readonly author: "reporter" | "member";
  readonly authorMember: { readonly id: MemberId; readonly name: string; readonly organisation: string } | null;
  readonly sentAt: Date;
  readonly rosterVersion: number;
  readonly commitment: string | null;
  readonly commitmentSignature: string | null;
  readonly emptyBody: Uint8Array<ArrayBuffer> | null;
  readonly parts: readonly { readonly part: number; readonly sizeBytes: number; readonly sha256: string }[];
  readonly keyPackets: readonly { readonly fingerprint: Fingerprint; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

/** The envelopes that `actor` may see, all kinds and oldest first, as part of a question about a report. */
export function envelopesPart(actor: Actor) {
  return {
    where: visibleTo(actor),
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    take: maximumEnvelopes,
    select: {
      ...threadColumns,
      keyPackets: { where: ownPackets(actor), select: { bytes: true, reader: { select: { fingerprint: true } } } },
    },
  } as const satisfies Prisma.Report$envelopesArgs;
}

/** A row as its reader gets it. */
export function toThreadEnvelope({ roster, issue, authorMember, keyPackets, ...row }: ThreadRow): ThreadEnvelope {
  return {
    ...row,
    id: row.id as EnvelopeId,
    reportId: row.reportId as ReportId,
    kind: row.kind as EnvelopeKind,
    author: row.author as "reporter" | "member",
    rosterVersion: roster.version,
    issueNumber: issue?.number ?? null,
    authorMember:
      authorMember === null
        ? null
        : {
            id: authorMember.id as MemberId,
            name: authorMember.name,
            organisation: authorMember.organisation.name,
          },
    keyPackets: keyPackets.map(({ bytes, reader }) => ({ bytes, fingerprint: reader.fingerprint as Fingerprint })),
  };
}

/** The envelopes that `actor` may see of one report (all kinds, oldest first), or of one id. */
export async function listEnvelopes(
  actor: Actor,
  which: { readonly reportId: ReportId } | { readonly id: EnvelopeId },
): Promise<readonly ThreadEnvelope[]> {
  const { where, ...part } = envelopesPart(actor);
  const rows = await inTransaction(actor, (transaction) =>
    transaction.envelope.findMany({ where: { AND: [which, where] }, ...part }),
  );
  return rows.map(toThreadEnvelope);
}

/** The ids of those that {@link listEnvelopes} gives of one report, in the same order. */
export async function listEnvelopeIds(actor: Actor, reportId: ReportId): Promise<readonly EnvelopeId[]> {
  const { where, orderBy, take } = envelopesPart(actor);
  const rows = await inTransaction(actor, (transaction) =>
    transaction.envelope.findMany({ where: { AND: [{ reportId }, where] }, orderBy, take, select: { id: true } }),
  );
  return rows.map(({ id }) => id as EnvelopeId);
}

/** @problem NOT_FOUND when there is no such envelope or `actor` may not see it. */
export async function findEnvelope(
  actor: Actor,
  id: EnvelopeId,
): Promise<Result<ThreadEnvelope, Problem<"NOT_FOUND">>> {
  const [envelope] = await listEnvelopes(actor, { id });
  return envelope === undefined ? refused({ code: "NOT_FOUND", facts: {} }) : ok(envelope);
}

/** What the actor's own submission became, if it has come before. */
export async function findSentEnvelope(
  actor: Actor,
  submissionId: string,
): Promise<{ readonly id: EnvelopeId; readonly sentAt: Date; readonly submissionHash: string } | null> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.envelope.findFirst({
      where: { AND: [{ submissionId }, visibleTo(actor)] },
      select: { id: true, sentAt: true, submissionHash: true },
    }),
  );
  return row === null ? null : { ...row, id: row.id as EnvelopeId };
}

/** One body's bytes. @problem NOT_FOUND when there is no such part or `actor` may not see its envelope. */
export async function findPart(
  actor: Actor,
  id: EnvelopeId,
  part: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.envelopePart.findFirst({
      where: { envelopeId: id, part, envelope: visibleTo(actor) },
      select: { bytes: true },
    }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok(row.bytes);
}

/** Adds what lets a smartcard read by ticket, and the commitment, to an envelope made by gpg. Once: false afterwards. */
export async function changeTicket(
  actor: SignedInActor,
  id: EnvelopeId,
  ticket: { readonly emptyBody: Uint8Array<ArrayBuffer>; readonly commitment: string },
): Promise<boolean> {
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.envelope.updateMany({ where: { AND: [{ id, commitment: null }, visibleTo(actor)] }, data: ticket }),
  );
  return count === 1;
}
