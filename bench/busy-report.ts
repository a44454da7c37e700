import { fingerprintSql, idSql, receiveReports, sendEnvelopes } from "./many-reports.ts";
import type { ScratchDatabase } from "./scratch-database.ts";

const organisations = 121;
const messages = 150;
const events = 300;
const certificateBytes = 2_000;
const keyPacketBytes = 94;

/** The number of the report that everybody has something to say about. */
export const busyReport = 0;

/** The id of the member of an organisation, by its number from 1. */
const memberSql = (number: string) => idSql("member", number);

/** The member whose pages are measured. */
export const viewerSql = memberSql("1");

const eachOrganisation = `from generate_series(1, ${String(organisations)}) n`;

/** 121 organisations with a member each, who has a certificate and reads both lists; and a roster. */
export async function furnishOrganisations({ fill }: ScratchDatabase, now: Date): Promise<void> {
  await fill(
    `insert into "Organisation" select ${idSql("organisation", "n")}, 'Organisation ' || n, $1, null ${eachOrganisation}`,
    [now],
  );
  await fill(
    `insert into "Member" (id, "organisationId", name, "enrolledAt")
     select ${memberSql("n")}, ${idSql("organisation", "n")}, 'Member ' || n, $1 ${eachOrganisation}`,
    [now],
  );
  await fill(`insert into "Subscription" select ${memberSql("n")}, l.id ${eachOrganisation} cross join "List" l`);
  await fill(
    `insert into "Certificate" (id, "memberId", fingerprint, "encryptionKeyId", "encryptionFingerprint", "otherKeyIds",
       algorithm, bytes, sha256, "addedAt")
     select ${idSql("certificate", "n")}, ${memberSql("n")}, ${fingerprintSql(memberSql("n"))}, '', '', '{}', 'Curve25519',
       decode(repeat('5a', ${String(certificateBytes)}), 'hex'), '', $1 ${eachOrganisation}`,
    [now],
  );
  await fill(
    `insert into "Roster" (id, "listId", version, "signedText", "issuedAt", "expiresAt")
     select ${idSql("roster", "1")}, id, 1, '', $1, $1 from "List" where name = 'distros'`,
    [now],
  );
}

/** The report with 150 messages to all of them, what each said of where they stand, and a history. */
export async function discuss(database: ScratchDatabase, now: Date): Promise<void> {
  const { fill } = database;
  const span = [busyReport, busyReport] as const;
  const report = idSql("report", String(busyReport));
  await receiveReports(database, span, now);
  await sendEnvelopes(database, span, messages, now);
  await fill(
    `insert into "Reader" (id, "envelopeId", "reportId", "memberId", fingerprint, since)
     select gen_random_uuid(), e.id, e."reportId", m.id, c.fingerprint, e."sentAt"
     from "Envelope" e cross join "Member" m join "Certificate" c on c."memberId" = m.id
     where e."reportId" = ${report} order by e.id`,
  );
  await fill(
    `insert into "KeyPacket" ("readerId", "envelopeId", "reportId", "memberId", bytes)
     select id, "envelopeId", "reportId", "memberId", decode(repeat('5a', ${String(keyPacketBytes)}), 'hex')
     from "Reader" where "reportId" = ${report} order by "envelopeId"`,
  );
  await fill(`insert into "ReadMark" select ${viewerSql}, ${report}, $1`, [now]);
  await fill(
    `insert into "EnvelopePart" ("envelopeId", part, bytes, "sizeBytes", sha256)
     select id, 0, '', 4096, md5(id::text) || md5(id::text) from "Envelope" where "reportId" = ${report}`,
  );
  await fill(
    `insert into "OrganisationStatus" ("issueId", "organisationId", "reportId", status, "changedAt", "memberId")
     select ${idSql("issue", String(busyReport))}, ${idSql("organisation", "n")}, ${report},
       (array['opened', 'looking', 'affected', 'not-affected'])[1 + n % 4], $1, ${memberSql("n")} ${eachOrganisation}`,
    [now],
  );
  await fill(
    `insert into "Event" (at, kind, "actorKind", "reportId", facts)
     select $1, 'message-sent', 'member', ${report}, '{}' from generate_series(1, ${String(events)})`,
    [now],
  );
}
