import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Field } from "#lib/mime/entity.ts";
import { oneLine } from "#lib/mime/one-line.ts";
import type { CheckedReader, ReaderCertificate } from "#lib/pgp/client.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { readAttachments } from "./attachment-files.ts";
import { composeEnvelope } from "./compose-envelope.ts";
import { appendEnvelope, appendFacts, claimsOf } from "./envelope-form.ts";
import type { TrustedRoster } from "./trusted-roster.ts";
import { vaultAnswer, type Vault } from "./vault-answer.ts";

export interface OutgoingMessage {
  /**
   * An exploit has an envelope and a session key of its own, because it may be published later (R14). A note (`status`)
   * stands beside what a member says of their organisation, and is in no thread.
   */
  readonly kind?: "message" | "exploit" | "status";
  readonly subject: string;
  readonly text: string;
  readonly fields?: readonly Field[];
  readonly files: readonly File[];
}

export interface MessageSealing {
  readonly vault: Vault;
  readonly trusted: TrustedRoster;
  /** Certificates of the report's reporter; empty where they gave none. */
  readonly reporterCertificates: readonly Uint8Array[];
  /** Fingerprint of the unlocked key that signs, or null where none can. */
  readonly signer: string | null;
  readonly signal: AbortSignal;
}

/** A message to a thread, sealed to the roster and the reporter: the form to post, with a submission id of its own. */
export async function sealMessage(
  { kind = "message", subject, text, fields = [], files }: OutgoingMessage,
  { vault, trusted, reporterCertificates, signer, signal }: MessageSealing,
): Promise<Result<FormData, ShownProblem>> {
  const attachments = await readAttachments(files);
  if (!attachments.ok) return refused(shownProblem(attachments.problem));

  const { now, roster, sealable } = trusted;
  const draft = { subject: oneLine(subject), text, fields, attachments: attachments.value, sentAt: now };
  const unsealed = await composeEnvelope(draft);
  const reporters = await usableReporters(vault, reporterCertificates, now);
  const readers = [...sealable.map(asReader), ...reporters];
  const request = { envelopeId: null, entity: unsealed.entity, attachments: unsealed.parts, readers, signer, at: now };
  const sealed = await vaultAnswer(vault.ask("seal", request, { signal }));
  if (!sealed.ok) return sealed;

  const form = new FormData();
  const facts = { submissionId: crypto.randomUUID(), rosterVersion: roster.version, kind };
  appendFacts(form, { ...facts, envelope: claimsOf(sealed.value) });
  appendEnvelope(form, "envelope", sealed.value);
  return ok(form);
}

/** A reporter's certificate that has expired since must not keep a message from the list: it is left out. */
export async function usableReporters(
  vault: Vault,
  certificates: readonly Uint8Array[],
  at: Date,
): Promise<readonly ReaderCertificate[]> {
  const usable: ReaderCertificate[] = [];
  for (const certificate of certificates) {
    const judged = await vault.ask("judgeCertificates", { input: certificate, at });
    if (judged.ok && judged.value[0]?.verdict.ok === true) usable.push({ name: "the reporter", certificate });
  }
  return usable;
}

/** Without what the vault does not need, which would be copied to it each time. */
function asReader({ name, certificate, encryptionKeyId }: CheckedReader): ReaderCertificate {
  return { name, certificate, encryptionKeyId };
}

/** `Re: TITLE`, once, whatever was answered before. */
export function answerSubject(subject: string | null): string {
  if (subject === null || subject === "") return "Re: your report";
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}
