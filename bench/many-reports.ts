// What several benches fill a scratch database with: organisations, reports, envelopes and what is owed, by the thousand.
import { prove } from "#lib/access/_prove.ts";
import type { ListId, MemberId, OrganisationId, SessionId } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import { createBothLists } from "#prisma/seed/lists.ts";
import type { ScratchDatabase } from "./scratch-database.ts";

export const system = prove({ kind: "system" });

/** The SQL of an id that is known. */
export function givenIdSql(id: string): string {
  return `'${id}'::uuid`;
}

/** The SQL of an id that follows from a noun and a number, which is SQL too. */
export function idSql(noun: string, number: string): string {
  // Of version 8, whose bits are whatever one likes (RFC 9562).
  return `overlay(overlay(md5('${noun} ' || ${number}) placing '8' from 13) placing '8' from 17)::uuid`;
}

/** The SQL of a version 4 fingerprint that belongs to an id. */
export function fingerprintSql(id: string): string {
  return `upper(substr(md5(${id}::text) || md5('key ' || ${id}), 1, 40))`;
}

/** A member of a bench's house, as one who asks. */
export function benchMember(memberId: string, organisationId: string) {
  const ids = { memberId: memberId as MemberId, organisationId: organisationId as OrganisationId };
  return { ...ids, listIds: [] as readonly ListId[], sessionId: memberId as SessionId };
}

/** Both lists, as they were made more than a year ago. */
export async function furnishLists(now: Date): Promise<void> {
  await createBothLists(system, addDays(now, -400));
}

/** One organisation, with its members. */
export async function furnishOrganisation(
  { fill }: ScratchDatabase,
  organisation: { readonly id: string; readonly name: string },
  members: readonly { readonly id: string; readonly isCoordinator: boolean }[],
  now: Date,
): Promise<void> {
  await fill(`insert into "Organisation" values ($1, $2, $3, null)`, [organisation.id, organisation.name, now]);
  for (const { id, isCoordinator } of members)
    await fill(
      `insert into "Member" (id, "organisationId", name, "isCoordinator", "enrolledAt") values ($1, $2, $3, $4, $5)`,
      [id, organisation.id, `Member ${id.slice(-4)}`, isCoordinator, now],
    );
}

/** The numbers of the first report and the last. */
export type ReportSpan = readonly [first: number, last: number];

/** Reports, on one list and the other by turns, each a minute younger than the one before, with one issue. */
export async function receiveReports({ fill }: ScratchDatabase, span: ReportSpan, now: Date): Promise<void> {
  const reports = "from generate_series($1::int, $2::int) n";
  await fill(
    `insert into "Report" (id, handle, "listId", "submissionId", "submissionHash", door, "policyVersion", facts,
       "receivedAt", "receiptLookupId", "receiptAuthenticatorHash", "receiptHoldsKey")
     select ${idSql("report", "n")}, 'FN-2026-' || n, l.id, ${idSql("submission", "n")}, '', 'form', l."policyVersion",
       '{"list": "distros"}', $3::timestamptz + n * interval '1 minute', n::text, '', false ${reports}
     join (select *, row_number() over (order by name) - 1 as place from "List") l on l.place = n % 2`,
    [...span, addDays(now, -200)],
  );
  await fill(
    `insert into "Issue" (id, "reportId", number, "policyVersion", "embargoState", "disclosureAt", "createdAt")
     select ${idSql("issue", "n")}, ${idSql("report", "n")}, 1, l."policyVersion", 'active', $3, $3 ${reports}
     join "Report" r on r.id = ${idSql("report", "n")} join "List" l on l.id = r."listId"`,
    [...span, now],
  );
}

/** Envelopes of the reporter's to each report: the report itself, and messages. */
export async function sendEnvelopes(
  { fill }: ScratchDatabase,
  span: ReportSpan,
  each: number,
  now: Date,
): Promise<void> {
  await fill(
    `insert into "Envelope" (id, "reportId", kind, author, "sentAt", "submissionId", "submissionHash", "rosterId")
     select ${envelopeSql}, ${idSql("report", "n")}, case m when 0 then 'report' else 'message' end, 'reporter', $4,
       ${idSql("sent", "n || '/' || m")}, '', ${idSql("roster", "1")}
     from generate_series($1::int, $2::int) n, generate_series(0, $3::int - 1) m`,
    [...span, each, now],
  );
}

const envelopeSql = idSql("envelope", "n || '/' || m");

/** Lets a member, whose id is SQL, read so many of the envelopes of each report, with an empty key packet. */
export async function letRead(
  { fill }: ScratchDatabase,
  member: string,
  span: ReportSpan,
  each: number,
  now: Date,
): Promise<void> {
  const reader = idSql("reader", `${member} || ' ' || n || '/' || m`);
  const pairs = "from generate_series($1::int, $2::int) n, generate_series(0, $3::int - 1) m";
  await fill(
    `insert into "Reader" (id, "envelopeId", "reportId", "memberId", fingerprint, since)
     select ${reader}, ${envelopeSql}, ${idSql("report", "n")}, ${member}, ${fingerprintSql(member)}, $4 ${pairs}`,
    [...span, each, now],
  );
  await fill(
    `insert into "KeyPacket" ("readerId", "envelopeId", "reportId", "memberId", bytes)
     select ${reader}, ${envelopeSql}, ${idSql("report", "n")}, ${member}, '' ${pairs}`,
    [...span, each],
  );
}

/**
 * Five obligations for each report, of five kinds, a quarter of them late and the rest due over the next weeks; and as
 * many that are closed.
 */
export async function owe({ fill }: ScratchDatabase, span: ReportSpan, now: Date): Promise<void> {
  for (const isOpen of [true, false]) await fill(obligationsSql(isOpen), [...span, now]);
}

export const obligationsAReport = 5;

function obligationsSql(isOpen: boolean): string {
  const state = isOpen ? "open" : "closed";
  return `insert into "Obligation" (id, "reportId", key, kind, "issueNumber", handle, "listId", "policyVersion", owner,
      duty, clause, "openedAt", "dueAt", "closedAt", "evidenceKind", evidence, "changedAt", "remindedUntil",
      "nextReminderAt")
    select ${idSql("obligation", `'${state} ' || n || ' ' || k.kind`)}, r.id, k.kind || '/${state}', k.kind, 1, r.handle,
      r."listId", r."policyVersion", k.owner, k.duty, k.clause, r."receivedAt", due.at,
      ${isOpen ? "null, null, null" : "due.at, 'record', 'public'"}, r."receivedAt", r."receivedAt",
      ${isOpen ? "due.at + interval '40 days'" : "null"}
    from generate_series($1::int, $2::int) n join "Report" r on r.id = ${idSql("report", "n")}
    cross join (values ('ACKNOWLEDGE', 'list', 'A1', 'R8'), ('REPORT_PROGRESS', 'list', 'A9', 'A9'),
      ('DISCLOSE', 'reporter', 'A9', 'A9'), ('POST_ISSUE', 'reporter', 'A11', 'R13'),
      ('POST_EXPLOIT', 'reporter', 'A12', 'R14')) k(kind, owner, duty, clause)
    cross join lateral (select $3::timestamptz + (abs(hashtext(n || k.kind)) % 40 - 10) * interval '1 day'
      + abs(hashtext(k.kind || n)) % 86400 * interval '1 second' as at) due`;
}
