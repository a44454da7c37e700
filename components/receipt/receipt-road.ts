import { ok, refused, type Result } from "#lib/base/result.ts";
import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import { acceptedMessageSchema, addressRequestSchema } from "#lib/schema/member-requests.ts";
import { readUntilSchema } from "#lib/schema/notices-response.ts";
import type { StepWire } from "#lib/schema/step.ts";
import { receiptResponseSchema, type ReceiptResponse } from "#lib/schema/thread-response.ts";
import { jsonBody, requestBytes, requestDone, requestJson } from "#components/request/request.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { upload } from "#components/request/upload.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";
import type { FetchPart } from "#components/thread/open-envelope.ts";
import type { DraftRoad } from "#components/thread/send-draft.ts";

/** What a receipt opens: the report as the portal tells it, and the key that is unlocked in the vault for it. */
export interface OpenReceipt {
  readonly receipt: UnlockedReceipt;
  readonly report: ReceiptResponse;
}

/**
 * Takes a receipt that somebody typed. The code itself stays in the vault: what is sent proves it, and cannot be turned
 * back into it or into its key.
 *
 * @problem RECEIPT_MALFORMED, RECEIPT_TYPO when it was typed wrong, RECEIPT_UNKNOWN when no report belongs to it.
 */
export async function openReceipt(vault: Vault, text: string): Promise<Result<OpenReceipt, ShownProblem>> {
  const receipt = await vaultAnswer(vault.ask("unlockReceipt", { text }));
  if (!receipt.ok) return receipt;
  const report = await fetchReport(receipt.value);
  if (report.ok) return ok({ receipt: receipt.value, report: report.value });
  const { certificate } = receipt.value;
  if (certificate !== null) await vault.ask("lock", { fingerprint: certificate.fingerprint });
  return report;
}

/** Forgets the receipt’s key, and the session keys of all that was opened with it; whatever else the tab held, too. */
export async function closeReceipt(vault: Vault): Promise<void> {
  await vault.ask("lock", { fingerprint: null });
}

export async function fetchReport(receipt: UnlockedReceipt): Promise<Result<ReceiptResponse, ShownProblem>> {
  const report = await requestJson("/api/v1/receipt", receiptResponseSchema, { headers: headersOf(receipt) });
  if (report.ok || report.problem.code !== "NOT_FOUND") return report;
  return refused(shownProblem({ code: "RECEIPT_UNKNOWN", facts: {} }));
}

export function partsOf(receipt: UnlockedReceipt): FetchPart {
  return (envelopeId, part) =>
    requestBytes(`/api/v1/receipt/envelopes/${envelopeId}/parts/${String(part)}`, { headers: headersOf(receipt) });
}

export function posterOf(receipt: UnlockedReceipt): DraftRoad["post"] {
  return (form, options) =>
    upload("/api/v1/receipt/messages", form, acceptedMessageSchema, { ...options, headers: headersOf(receipt) });
}

/** Sets the address, stored in clear, to which notices go; null takes it away. */
export function changeAddress(receipt: UnlockedReceipt, address: string | null): Promise<Result<null, ShownProblem>> {
  const { headers, ...rest } = jsonBody("PUT", addressRequestSchema.encode({ address }));
  return requestDone("/api/v1/receipt/address", { ...rest, headers: { ...headers, ...headersOf(receipt) } });
}

/** Takes a step about the report, as its reporter. */
export function takeReporterStep(receipt: UnlockedReceipt, step: StepWire): Promise<Result<null, ShownProblem>> {
  const { headers, ...rest } = jsonBody("POST", step);
  return requestDone("/api/v1/receipt/steps", { ...rest, headers: { ...headers, ...headersOf(receipt) } });
}

/** Adds a certificate of the reporter's own, binary. */
export function addCertificate(
  receipt: UnlockedReceipt,
  certificate: Uint8Array<ArrayBuffer>,
): Promise<Result<null, ShownProblem>> {
  const headers = { "content-type": "application/pgp-keys", ...headersOf(receipt) };
  return requestDone("/api/v1/receipt/certificate", { method: "POST", headers, body: certificate });
}

/** Marks the reporter's notices as read, up to the newest that was shown. */
export function markNoticesRead(receipt: UnlockedReceipt, until: Date): Promise<Result<null, ShownProblem>> {
  const { headers, ...rest } = jsonBody("POST", readUntilSchema.encode({ until }));
  return requestDone("/api/v1/receipt/notices", { ...rest, headers: { ...headers, ...headersOf(receipt) } });
}

function headersOf({ lookupId, authenticator }: UnlockedReceipt): Readonly<Record<string, string>> {
  return { authorization: `Receipt ${lookupId}.${authenticator}` };
}
