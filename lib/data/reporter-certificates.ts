import "server-only";
import type { Actor, ReporterActor } from "#lib/access/actor.ts";
import type { Fingerprint, ReportId } from "#lib/base/id.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { visibleTo } from "./reports.ts";
import { inTransaction } from "./transaction.ts";

/** `receipt`: derived from the receipt in the reporter's browser. `own`: sent along by the reporter. */
export type ReporterCertificateOrigin = "receipt" | "own";

export interface ReporterCertificate {
  readonly id: string;
  readonly origin: ReporterCertificateOrigin;
  readonly fingerprint: Fingerprint;
  readonly encryptionKeyId: string;
  readonly otherKeyIds: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** To whom replies to a report's reporter are sealed, the receipt's first, as part of a question about the report. */
export const reporterCertificatesPart = {
  orderBy: [{ addedAt: "asc" }, { origin: "desc" }, { id: "asc" }],
  omit: { reportId: true, addedAt: true },
} as const satisfies Prisma.Report$reporterCertificatesArgs;

/** A row as others know it. */
export function toReporterCertificate(
  row: Prisma.ReporterCertificateGetPayload<{ omit: { reportId: true; addedAt: true } }>,
): ReporterCertificate {
  return { ...row, origin: row.origin as ReporterCertificateOrigin, fingerprint: row.fingerprint as Fingerprint };
}

/** To whom replies to a report's reporter are sealed, the receipt's first; empty where the reporter gave none. */
export async function listReporterCertificates(
  actor: Actor,
  reportId: ReportId,
): Promise<readonly ReporterCertificate[]> {
  const rows = await inTransaction(actor, (transaction) =>
    transaction.reporterCertificate.findMany({
      where: { reportId, report: visibleTo(actor) },
      ...reporterCertificatesPart,
    }),
  );
  return rows.map(toReporterCertificate);
}

/** Adds a certificate to the reporter's own report, and returns its id; null where the report has it already. */
export async function createReporterCertificate(
  actor: ReporterActor,
  certificate: Omit<ReporterCertificate, "id">,
  now: Date,
): Promise<string | null> {
  const id = crypto.randomUUID();
  const { reportId } = actor;
  const { count } = await inTransaction(actor, (transaction) =>
    transaction.reporterCertificate.createMany({
      data: { ...certificate, otherKeyIds: [...certificate.otherKeyIds], id, reportId, addedAt: now },
      skipDuplicates: true,
    }),
  );
  return count === 0 ? null : id;
}
