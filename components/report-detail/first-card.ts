import { ok, type Result } from "#lib/base/result.ts";
import { composeCard, type Card } from "#lib/mime/card.ts";
import { requestDone } from "#components/request/request.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { appendEnvelope, appendFacts, claimsOf } from "#components/sealing/envelope-form.ts";
import { usableReporters } from "#components/sealing/sealed-message.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";

export interface CardSealing {
  readonly vault: Vault;
  readonly trusted: TrustedRoster;
  readonly reporterCertificates: readonly Uint8Array[];
  /** Fingerprint of the unlocked key that signs, or null where none can. */
  readonly signer: string | null;
}

/** Seals a card to the current roster and the report's reporter, and gives it to the report's first issue. */
export async function addCard(reportId: string, card: Card, sealing: CardSealing): Promise<Result<null, ShownProblem>> {
  const sealed = await sealCard(card, 1, sealing);
  return sealed.ok ? storeCard(reportId, sealed.value) : sealed;
}

/** A card of an issue, sealed to the current roster and the report's reporter, ready to be stored. */
export async function sealCard(
  card: Card,
  issue: number,
  { vault, trusted, reporterCertificates, signer }: CardSealing,
): Promise<Result<FormData, ShownProblem>> {
  const { now: at, roster, sealable } = trusted;
  const reporters = await usableReporters(vault, reporterCertificates, at);
  const members = sealable.map(({ name, certificate, encryptionKeyId }) => ({ name, certificate, encryptionKeyId }));
  const request = {
    envelopeId: null,
    entity: composeCard(card),
    attachments: [],
    readers: [...members, ...reporters],
    signer,
    at,
  };
  const sealed = await vaultAnswer(vault.ask("seal", request));
  if (!sealed.ok) return sealed;

  const form = new FormData();
  appendFacts(form, {
    submissionId: crypto.randomUUID(),
    rosterVersion: roster.version,
    issue,
    envelope: claimsOf(sealed.value),
  });
  appendEnvelope(form, "envelope", sealed.value);
  return ok(form);
}

/** Gives a sealed card to its issue; the same one twice is there once. */
export async function storeCard(reportId: string, form: FormData): Promise<Result<null, ShownProblem>> {
  const stored = await requestDone(`/api/v1/reports/${reportId}/card`, { method: "POST", body: form });
  return stored.ok ? ok(null) : stored;
}
