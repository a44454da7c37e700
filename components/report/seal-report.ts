import { ok, type Result } from "#lib/base/result.ts";
import type { ReaderCertificate, SealedParts } from "#lib/pgp/client.ts";
import type { UnsealedEnvelope } from "#components/sealing/compose-envelope.ts";
import { readAttachments } from "#components/sealing/attachment-files.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import type { Draft } from "./draft.ts";
import type { ReportIdentity, SentMessage } from "./form-state.ts";
import { composeExploit, composeReport, composeReportCard, hasExploitToSeal } from "./report-entities.ts";

export type EnvelopeName = "report" | "exploit" | "card";

/** The envelopes of a report, sealed, and the messages that gpg would open, for the reporter to keep. */
export interface SealedReport {
  readonly envelopes: Readonly<Partial<Record<EnvelopeName, SealedParts>>>;
  readonly messages: readonly SentMessage[];
}

export interface SealOptions {
  readonly vault: Vault;
  readonly signal: AbortSignal;
  /** Bytes that have been encrypted so far, and in all. */
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Seals what was written to every reader of a roster that can be sealed to, to the receipt's certificate, and to the
 * reporter's own. The receipt's key signs.
 *
 * @problem ATTACHMENT_UNREADABLE, PGP_READER_UNUSABLE and the other codes of sealing. Rejects where it was cancelled.
 */
export async function sealReport(
  draft: Draft,
  trusted: TrustedRoster,
  identity: ReportIdentity,
  options: SealOptions,
): Promise<Result<SealedReport, ShownProblem>> {
  const signer = await unlockedSigner(identity, options.vault);
  if (!signer.ok) return signer;
  const composed = await composeAll(draft, trusted.now);
  if (!composed.ok) return composed;

  const readers = readersOf(draft, trusted, identity);
  const progress = progressOf(
    composed.value.map(([, unsealed]) => unsealed),
    options.onProgress,
  );
  const sealed: (readonly [EnvelopeName, SealedParts])[] = [];
  for (const [index, [name, unsealed]] of composed.value.entries()) {
    const parts = await sealOne(unsealed, {
      readers,
      signer: signer.value,
      at: trusted.now,
      vault: options.vault,
      signal: options.signal,
      onProgress: (done) => {
        progress(index, done);
      },
    });
    if (!parts.ok) return parts;
    sealed.push([name, parts.value]);
  }
  return ok({
    envelopes: Object.fromEntries(sealed),
    messages: sealed.flatMap(([name, parts]) => messagesOf(name, parts)),
  });
}

/** The receipt's key may have been wiped since it was made, at a sign-out in this tab say; its code brings it back. */
async function unlockedSigner({ receipt }: ReportIdentity, vault: Vault): Promise<Result<string, ShownProblem>> {
  const unlocked = await vaultAnswer(vault.ask("unlockReceipt", { text: receipt.text }));
  if (!unlocked.ok) return unlocked;
  const { certificate } = unlocked.value;
  if (certificate === null) throw new Error("a report's receipt holds no key");
  return ok(certificate.fingerprint);
}

async function composeAll(
  draft: Draft,
  sentAt: Date,
): Promise<Result<readonly (readonly [EnvelopeName, UnsealedEnvelope])[], ShownProblem>> {
  const composed: (readonly [EnvelopeName, UnsealedEnvelope])[] = [];
  if (draft.writing === "here") {
    const attachments = await readAttachments(draft.attachments);
    if (!attachments.ok) return { ok: false, problem: shownProblem(attachments.problem) };
    composed.push(["report", await composeReport(draft, attachments.value, sentAt)]);
    if (hasExploitToSeal(draft)) {
      const files = await readAttachments(draft.exploitFiles);
      if (!files.ok) return { ok: false, problem: shownProblem(files.problem) };
      composed.push(["exploit", await composeExploit(draft, files.value, sentAt)]);
    }
  }
  const card = composeReportCard(draft);
  return ok(card === null ? composed : [...composed, ["card", card]]);
}

/** A reporter who is on the roster too is sealed to once. */
function readersOf(
  { certificate }: Draft,
  { sealable }: TrustedRoster,
  { receipt }: ReportIdentity,
): readonly ReaderCertificate[] {
  const isOnRoster = sealable.some(({ fingerprint }) => fingerprint === certificate?.fingerprint);
  return [
    ...sealable.map(({ name, certificate: bytes, encryptionKeyId }) => ({ name, certificate: bytes, encryptionKeyId })),
    ...(receipt.certificate === null ? [] : [{ name: "your receipt", certificate: receipt.certificate.bytes }]),
    ...(certificate === null || isOnRoster ? [] : [{ name: "your certificate", certificate: certificate.bytes }]),
  ];
}

interface Sealing {
  readonly vault: Vault;
  readonly readers: readonly ReaderCertificate[];
  readonly signer: string;
  readonly at: Date;
  readonly signal: AbortSignal;
  readonly onProgress: (doneBodies: number) => void;
}

function sealOne(
  { entity, parts }: UnsealedEnvelope,
  { vault, readers, signer, at, signal, onProgress }: Sealing,
): Promise<Result<SealedParts, ShownProblem>> {
  const request = { envelopeId: null, entity, attachments: parts, readers, signer, at };
  return vaultAnswer(
    vault.ask("seal", request, {
      signal,
      onProgress: ({ done }) => {
        onProgress(done);
      },
      transfer: [entity, ...parts].map(({ buffer }) => buffer),
    }),
  );
}

/** Turns bodies that are done of one envelope into bytes of all. Sizes are taken before buffers are handed over. */
function progressOf(
  envelopes: readonly UnsealedEnvelope[],
  onProgress: SealOptions["onProgress"],
): (index: number, doneBodies: number) => void {
  const sizes = envelopes.map(({ entity, parts }) => [entity, ...parts].map(({ length }) => length));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const totalBytes = sum(sizes.flat());
  onProgress(0, totalBytes);
  return (index, doneBodies) => {
    const before = sum(sizes.slice(0, index).flat());
    onProgress(before + sum((sizes[index] ?? []).slice(0, doneBodies)), totalBytes);
  };
}

const labels: Readonly<Record<EnvelopeName, string>> = {
  report: "The report",
  exploit: "The exploit",
  card: "The card",
};

/** An envelope as standard OpenPGP messages: every key packet before the entity's body, and before each attachment's. */
function messagesOf(name: EnvelopeName, { keyPackets, body, attachments }: SealedParts): readonly SentMessage[] {
  const packets = keyPackets.map(({ bytes }) => bytes);
  return [
    { fileName: `${name}.asc`, label: labels[name], form: "armoured", keyPackets: packets, body },
    ...attachments.map((part, index) => ({
      fileName: `${name}-attachment-${String(index + 1)}.pgp`,
      label: `${labels[name]}, attachment ${String(index + 1)}`,
      form: "binary" as const,
      keyPackets: packets,
      body: part,
    })),
  ];
}
