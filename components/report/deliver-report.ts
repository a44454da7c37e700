import { ok, type Result } from "#lib/base/result.ts";
import { rememberTrust, type TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { vaultOutcome, type Vault } from "#components/sealing/vault-answer.ts";
import { isPassing, type ShownProblem } from "#components/request/shown-problem.ts";
import type { Draft } from "./draft.ts";
import type { FormState, ReportIdentity, SealedTry, SentReport } from "./form-state.ts";
import { reportUpload } from "./report-upload.ts";
import { sealReport } from "./seal-report.ts";
import { sendReport, type AcceptedReport } from "./send-report.ts";

export interface DeliverySteps {
  readonly vault: Vault;
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
  const identified = known === null ? await newIdentity(steps.vault) : ok(known);
  if (!identified.ok) return identified;
  const identity = identified.value;
  if (known === null) steps.onIdentified(identity);

  const { version } = trusted.roster;
  const kept = tries.find((each) => each.draft === draft && each.rosterVersion === version);
  const sealed = kept === undefined ? await sealTry(draft, trusted, identity, steps) : ok(kept);
  if (!sealed.ok) return sealed;

  steps.onTry(sealed.value);
  const earlier = tries.filter((each) => each !== sealed.value);
  const sent = await sendReport(sealed.value, earlier, { signal: steps.signal, onProgress: steps.onSending });
  if (!sent.ok) {
    if (!isOpen(sent.problem)) steps.onRefused(sealed.value);
    return sent;
  }
  await lockReceipt(identity, steps.vault);
  return ok(sentReport(sent.value, identity, draft));
}

/** Whether the portal may hold what was sent, or take the same bytes later. */
function isOpen(problem: ShownProblem): boolean {
  return isPassing(problem) || problem.code === "SUBMISSION_ID_REUSED";
}

function sentReport(
  { handle, receivedAt, arrived }: AcceptedReport<SealedTry>,
  { receipt }: ReportIdentity,
  draft: Draft,
): SentReport {
  return {
    handle,
    receivedAt,
    receiptText: receipt.text,
    messages: arrived.messages,
    isEarlierVersion: arrived.draft !== draft,
    wasSealedElsewhere: arrived.draft.writing === "elsewhere",
  };
}

/** From here on the key is only in the code that its reporter keeps. */
async function lockReceipt({ receipt }: ReportIdentity, vault: Vault): Promise<void> {
  if (receipt.certificate === null) return;
  await vault.ask("lock", { fingerprint: receipt.certificate.fingerprint }).catch(() => null);
}

async function newIdentity(vault: Vault): Promise<Result<ReportIdentity, ShownProblem>> {
  const receipt = await vaultOutcome(vault.ask("newReceipt", {}));
  return receipt.ok ? ok({ submissionId: crypto.randomUUID(), receipt: receipt.value }) : receipt;
}

async function sealTry(
  draft: Draft,
  trusted: TrustedRoster,
  identity: ReportIdentity,
  { vault, signal, onSealing }: DeliverySteps,
): Promise<Result<SealedTry, ShownProblem>> {
  const sealed = await sealReport(draft, trusted, identity, { vault, signal, onProgress: onSealing });
  if (!sealed.ok) return sealed;
  const rosterVersion = trusted.roster.version;
  return ok({
    draft,
    rosterVersion,
    form: reportUpload(draft, sealed.value, rosterVersion, identity),
    messages: sealed.value.messages,
  });
}
