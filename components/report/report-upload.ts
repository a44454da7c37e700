import type { ReportSubmission } from "#lib/schema/submission.ts";
import { appendEnvelope, appendFacts, claimsOf } from "#components/sealing/envelope-form.ts";
import type { Draft, SealedElsewhere } from "./draft.ts";
import { clearFactsOf } from "./draft-facts.ts";
import type { ReportIdentity } from "./form-state.ts";
import type { EnvelopeName, SealedReport } from "./seal-report.ts";

/** All that leaves the browser, as the form that is posted: the clear facts, and what is sealed. */
export function reportUpload(
  draft: Draft,
  { envelopes }: SealedReport,
  rosterVersion: number,
  identity: ReportIdentity,
): FormData {
  const form = new FormData();
  appendFacts(form, submissionOf(draft, envelopes, rosterVersion, identity));
  for (const name of ["report", "exploit", "card"] as const) {
    const sealed = envelopes[name];
    if (sealed !== undefined) appendEnvelope(form, name, sealed);
  }
  if (draft.writing === "elsewhere") {
    appendForeign(form, "report", draft.sealedReport);
    if (draft.hasExploit === true) appendForeign(form, "exploit", draft.sealedExploit);
  }
  const { certificate } = identity.receipt;
  if (certificate !== null) form.append("receiptCertificate", bytesBlob(certificate.bytes));
  if (draft.certificate !== null) form.append("certificate", bytesBlob(draft.certificate.bytes));
  return form;
}

/** The part `facts`, which is all of it that the server can read. */
export function submissionOf(
  draft: Draft,
  envelopes: SealedReport["envelopes"],
  rosterVersion: number,
  { submissionId, receipt }: ReportIdentity,
): ReportSubmission {
  const claims = Object.entries(envelopes).map(([name, sealed]) => [name, claimsOf(sealed)] as const);
  const address = draft.replyAddress.trim();
  return {
    submissionId,
    rosterVersion,
    answers: clearFactsOf(draft),
    ...(draft.isProvisional ? { isProvisional: true } : {}),
    replyAddress: address === "" ? null : address,
    receipt: { lookupId: receipt.lookupId, authenticatorHash: receipt.authenticatorHash },
    envelopes: Object.fromEntries(claims),
  };
}

/** A message that gpg made goes out as it came. */
function appendForeign(form: FormData, name: EnvelopeName, { text, file }: SealedElsewhere): void {
  if (file !== null) form.append(name, file, `${name}.pgp`);
  else if (text.trim() !== "") form.append(name, new Blob([text.trim(), "\n"], { type: "application/pgp-encrypted" }));
}

function bytesBlob(bytes: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([bytes], { type: "application/octet-stream" });
}
