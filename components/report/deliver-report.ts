import { ok, type Result } from "#lib/base/result.ts";
import { tabVault } from "#lib/pgp/client.ts";
import { rememberTrust, type TrustedRoster } from "#components/sealing/trusted-roster.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { FormState, ReportIdentity, SealedTry, SentReport } from "./form-state.ts";
import { reportUpload } from "./report-upload.ts";
import { sealReport } from "./seal-report.ts";
import { sendReport } from "./send-report.ts";

export interface DeliverySteps {
  readonly signal: AbortSignal;
  /** The submission id and the receipt were made; keep them for further tries. */
  readonly onIdentified: (identity: ReportIdentity) => void;
  readonly onSealing: (doneBytes: number, totalBytes: number) => void;
  /** Sealed, and about to be posted. */
  readonly onTry: (sealed: SealedTry) => void;
  readonly onSending: (sentBytes: number, totalBytes: number) => void;
  /** Refused, so that it surely did not arrive. */
  readonly onRefused: (sealed: SealedTry) => void;
}

/** Codes after which it is open whether the portal holds what was sent, or may take the same bytes later. */
const openCodes: ReadonlySet<string> = new Set([
  "NETWORK_DOWN",
  "SERVER_ERROR",
  "TOO_MANY_REQUESTS",
  "WORK_REQUIRED",
  "SUBMISSION_ID_REUSED",
]);

/**
 * Seals a report and sends it. What an earlier try has sealed is sent again as it is, unless the draft or the roster
 * has changed since. Rejects with an `AbortError` where it was cancelled.
 */
export async function deliverReport(
  { draft, identity: known, tries }: FormState,
  trusted: TrustedRoster,
  steps: DeliverySteps,
): Promise<Result<SentReport, ShownProblem>> {
  rememberTrust(trusted);
  const identity = known ?? (await newIdentity());
  if (known === null) steps.onIdentified(identity);

  const { version } = trusted.roster;
  const kept = tries.find((each) => each.draft === draft && each.rosterVersion === version);
  const sealed = kept === undefined ? await sealTry(draft, trusted, identity, steps) : ok(kept);
  if (!sealed.ok) return sealed;

  steps.onTry(sealed.value);
  const earlier = tries.filter((each) => each !== sealed.value);
  const sent = await sendReport(sealed.value, earlier, { signal: steps.signal, onProgress: steps.onSending });
  if (!sent.ok) {
    if (!openCodes.has(sent.problem.code)) steps.onRefused(sealed.value);
    return sent;
  }
  const { handle, receivedAt, arrived } = sent.value;
  return ok({
    handle,
    receivedAt,
    receiptText: identity.receipt.text,
    messages: arrived.messages,
    isEarlierVersion: arrived.draft !== draft,
    wasSealedElsewhere: arrived.draft.writing === "elsewhere",
  });
}

async function newIdentity(): Promise<ReportIdentity> {
  return { submissionId: crypto.randomUUID(), receipt: await tabVault().ask("newReceipt", {}) };
}

async function sealTry(
  draft: FormState["draft"],
  trusted: TrustedRoster,
  identity: ReportIdentity,
  { signal, onSealing }: DeliverySteps,
): Promise<Result<SealedTry, ShownProblem>> {
  const sealed = await sealReport(draft, trusted, identity, { signal, onProgress: onSealing });
  if (!sealed.ok) return sealed;
  const rosterVersion = trusted.roster.version;
  return ok({
    draft,
    rosterVersion,
    form: reportUpload(draft, sealed.value, rosterVersion, identity),
    messages: sealed.value.messages,
  });
}
