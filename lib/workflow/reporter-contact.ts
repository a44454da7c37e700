import type { ReporterActor } from "#lib/access/actor.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { recordEvent } from "#lib/data/events.ts";
import { createReporterCertificate, listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { changeReplyAddress } from "#lib/data/reports.ts";
import { lockSubmission } from "#lib/data/submissions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { replyCertificate } from "./reply-certificates.ts";

/** Of one report, the receipt's among them: every member who looks at the report is sent all, and seals replies to all. */
export const maximumReplyCertificates = 10;

/** Sets, changes or takes away (null) the address, stored in clear, to which the reporter is written. */
export async function setReplyAddress(actor: ReporterActor, address: string | null, now: Date): Promise<void> {
  await inTransaction(actor, async () => {
    await changeReplyAddress(actor, address);
    const facts = { isSet: address !== null };
    await recordEvent(actor, { kind: "reply-address-changed", at: now, reportId: actor.reportId, facts });
  });
}

/**
 * Adds a certificate of the reporter's own: replies from now on are sealed to it too.
 *
 * @problem REPLY_CERTIFICATE_UNUSABLE, and the codes of reading a certificate; ALREADY_A_READER.
 * @problem TOO_MANY_REPLY_CERTIFICATES beyond {@link maximumReplyCertificates}.
 */
export async function addReporterCertificate(
  actor: ReporterActor,
  bytes: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<Result<null, Problem>> {
  const certificate = await replyCertificate(bytes, "own", now);
  if (!certificate.ok) return certificate;
  return inTransaction(actor, async () => {
    await lockSubmission(actor, actor.reportId); // one at a time, so that each counts those before it
    const id = await createReporterCertificate(actor, certificate.value, now);
    if (id === null) return refused({ code: "ALREADY_A_READER", facts: { name: "This certificate" } });
    const certificates = await listReporterCertificates(actor, actor.reportId);
    if (certificates.length > maximumReplyCertificates)
      return refused({ code: "TOO_MANY_REPLY_CERTIFICATES", facts: { maximum: maximumReplyCertificates } });
    await recordEvent(actor, { kind: "reporter-certificate-added", at: now, reportId: actor.reportId });
    return ok(null);
  });
}
