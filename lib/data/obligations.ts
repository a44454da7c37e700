import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { ListId, ObligationId, ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { sql, type Sql } from "#lib/db/sql.ts";
import type { Evidence, Obligation } from "#lib/embargo/obligation.ts";
import type { ClauseId } from "#lib/policy/clause.ts";
import type { DutyId } from "#lib/policy/duty.ts";
import { holdsSql } from "./_own-reports.ts";
import { inTransaction } from "./transaction.ts";

/** An obligation as it is kept, with the report it belongs to. */
export interface KeptObligation extends Obligation {
  readonly id: ObligationId;
  readonly reportId: ReportId;
  readonly handle: string;
  readonly listId: ListId;
  readonly policyVersion: string;
}

export const obligationColumns = {
  id: true,
  reportId: true,
  key: true,
  kind: true,
  issueNumber: true,
  handle: true,
  listId: true,
  policyVersion: true,
  owner: true,
  duty: true,
  clause: true,
  openedAt: true,
  dueAt: true,
  closedAt: true,
  evidenceKind: true,
  evidence: true,
} as const satisfies Prisma.ObligationSelect;

type Row = Prisma.ObligationGetPayload<{ select: typeof obligationColumns }>;

/** A row as `lib/embargo` speaks of it. */
export function toKept({ closedAt, evidenceKind, evidence, ...row }: Row): KeptObligation {
  return {
    ...row,
    id: row.id as ObligationId,
    reportId: row.reportId as ReportId,
    listId: row.listId as ListId,
    kind: row.kind as Obligation["kind"],
    owner: row.owner as Obligation["owner"],
    duty: row.duty as DutyId,
    clause: row.clause as ClauseId,
    closing:
      closedAt === null || evidenceKind === null
        ? null
        : { at: closedAt, evidence: { kind: evidenceKind as Evidence["kind"], text: evidence ?? "" } },
  };
}

/**
 * Who sees what is owed: those who see the report; coordinators what is owed for any, since it says nothing of content;
 * jobs all.
 */
export function visibleTo(actor: Actor): Prisma.ObligationWhereInput {
  switch (actor.kind) {
    case "anonymous":
      return { id: { in: [] } };
    case "system":
    case "coordinator":
      return {};
    case "reporter":
      return { reportId: actor.reportId };
    case "member":
      return { report: { keyPackets: { some: { memberId: actor.memberId } } } };
  }
}

/** All that is and was owed for a report, the earliest due first, as part of a question about it. */
export const obligationsPart = {
  orderBy: [{ dueAt: "asc" }, { key: "asc" }],
  take: 1_000,
  select: obligationColumns,
} as const satisfies Prisma.Report$obligationsArgs;

/** All that is and was owed for one report, the earliest due first. */
export async function listObligations(actor: Actor, reportId: ReportId): Promise<readonly KeptObligation[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.obligation.findMany({ where: { AND: [{ reportId }, visibleTo(actor)] }, ...obligationsPart }),
  );
  return rows.map(toKept);
}

/** @problem NOT_FOUND when there is no such obligation or `actor` may not see it. */
export async function findObligation(
  actor: Actor,
  id: ObligationId,
): Promise<Result<KeptObligation, Problem<"NOT_FOUND">>> {
  const row = await inTransaction(actor, (transaction) =>
    transaction.obligation.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: obligationColumns }),
  );
  return row === null ? refused({ code: "NOT_FOUND", facts: {} }) : ok(toKept(row));
}

/** An obligation as it is to be from now on, with when its next reminder is. */
export interface SettledObligation extends Obligation {
  readonly remindedUntil: Date;
  readonly nextReminderAt: Date | null;
}

type Owing = Pick<KeptObligation, "reportId" | "handle" | "listId" | "policyVersion">;

/** Writes what a report newly owes. */
export async function createObligations(
  actor: Actor,
  owing: Owing,
  obligations: readonly SettledObligation[],
  now: Date,
): Promise<void> {
  const rows = obligations.map((obligation) => ({
    ...owing,
    key: obligation.key,
    kind: obligation.kind,
    issueNumber: obligation.issueNumber,
    changedAt: now,
    ...changingColumns(obligation),
  }));
  await inTransaction(actor, (transaction) => transaction.obligation.createMany({ data: rows }));
}

/** Writes what has become of an obligation: another date, closed, open again, or its report on another list. */
export async function changeObligation(
  actor: Actor,
  id: ObligationId,
  obligation: SettledObligation & Pick<KeptObligation, "listId">,
  now: Date,
): Promise<void> {
  const { listId } = obligation;
  await inTransaction(actor, (transaction) =>
    transaction.obligation.updateMany({
      where: { AND: [{ id }, visibleTo(actor)] },
      data: { ...changingColumns(obligation), listId, revision: { increment: 1 }, changedAt: now },
    }),
  );
}

/** Says that an open obligation is moot: its ground is gone, as that of a date that has been moved to another issue. */
export async function changeObligationToMoot(actor: Actor, id: ObligationId, now: Date): Promise<void> {
  await inTransaction(actor, (transaction) =>
    transaction.obligation.updateMany({
      where: { AND: [{ id, closedAt: null }, visibleTo(actor)] },
      data: {
        closedAt: now,
        evidenceKind: "record",
        evidence: "moot",
        nextReminderAt: null,
        revision: { increment: 1 },
        changedAt: now,
      },
    }),
  );
}

function changingColumns({
  openedAt,
  dueAt,
  owner,
  duty,
  clause,
  closing,
  remindedUntil,
  nextReminderAt,
}: SettledObligation) {
  return {
    openedAt,
    dueAt,
    owner,
    duty,
    clause,
    closedAt: closing?.at ?? null,
    evidenceKind: closing?.evidence.kind ?? null,
    evidence: closing?.evidence.text ?? null,
    remindedUntil,
    nextReminderAt,
  };
}

/** Up to when an open obligation's reminders were sent; for the same instant nothing is sent twice. */
export interface ReminderState {
  readonly remindedUntil: Date;
  readonly nextReminderAt: Date | null;
}

/** Where the reminders of a report's obligations stand, by id. */
export async function listReminderStates(
  actor: Actor,
  reportId: ReportId,
): Promise<ReadonlyMap<ObligationId, ReminderState>> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.obligation.findMany({
      where: { AND: [{ reportId }, visibleTo(actor)] },
      select: { id: true, remindedUntil: true, nextReminderAt: true },
    }),
  );
  return new Map(rows.map(({ id, ...state }) => [id as ObligationId, state]));
}

/** What is owed next for each report, by whomever; a report for which nothing is owed has none. */
export async function listNextObligations(
  actor: Actor,
  reportIds: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, KeptObligation>> {
  const rows = await inTransaction(
    actor,
    (transaction) => transaction.$queryRaw<Row[]>`
      select next.* from unnest(${[...reportIds]}::uuid[]) wanted(id) cross join lateral (
        select o.id::text, o."reportId"::text, o.key, o.kind, o."issueNumber", o.handle, o."listId"::text,
          o."policyVersion", o.owner, o.duty, o.clause, o."openedAt", o."dueAt", o."closedAt", o."evidenceKind", o.evidence
        from "Obligation" o
        where o."reportId" = wanted.id and o."closedAt" is null and ${seesDebtsSql(actor, sql`wanted.id`)}
        order by o."dueAt" limit 1
      ) next`,
  );
  return new Map(rows.map((row) => [row.reportId as ReportId, toKept(row)]));
}

/** As {@link visibleTo}, of a report whose id is SQL. PostgreSQL would else begin with all that a member ever got. */
function seesDebtsSql(actor: Actor, reportId: Sql): Sql {
  switch (actor.kind) {
    case "anonymous":
      return sql`false`;
    case "system":
    case "coordinator":
      return sql`true`;
    case "reporter":
      return sql`${reportId} = ${actor.reportId}::uuid`;
    case "member":
      return holdsSql(actor.memberId, reportId);
  }
}
