import { hex, sha256 } from "#lib/base/bytes.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Attachment, Entity, ReferencedAttachment } from "#lib/mime/entity.ts";
import { parseEntity } from "#lib/mime/parse-entity.ts";
import type { OpenedBody, SignerCertificate } from "#lib/pgp/client.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";
import type { EnvelopeContents } from "./envelope-contents.ts";

/** Bytes of one part of an envelope, from wherever its viewer may fetch them. */
export type FetchPart = (envelopeId: string, part: number) => Promise<Result<Uint8Array<ArrayBuffer>, ShownProblem>>;

export interface Opening {
  readonly vault: Vault;
  readonly fetchPart: FetchPart;
  /** Whose signatures are told apart from strangers': the roster's readers and the reporter. */
  readonly signers: readonly SignerCertificate[];
  /** The server's clock. */
  readonly at: Date;
}

type SealedEnvelope = Pick<ThreadEnvelope, "id" | "keyPackets" | "commitment">;

/** What an envelope says, once its body is fetched and opened in the vault. */
export async function openEnvelope(envelope: SealedEnvelope, opening: Opening): Promise<EnvelopeContents> {
  const opened = await openPart(envelope, { part: 0, commitment: envelope.commitment }, opening);
  if (!opened.ok) return closedContents(opened.problem);
  const { entity, signatures, commitment } = opened.value;
  return { state: "opened", entity, signatures, fitsCommitment: commitment === "none" ? null : commitment === "fits" };
}

/**
 * One attachment that is a body of its own, checked against what the entity says of it: the portal could exchange
 * bodies that were sealed under the same session key.
 *
 * @problem ATTACHMENT_MISSING when the portal does not hold it; ATTACHMENT_DIFFERS when it is another.
 */
export async function openAttachment(
  envelope: SealedEnvelope,
  named: ReferencedAttachment,
  opening: Opening,
): Promise<Result<Attachment, ShownProblem>> {
  const { name } = named;
  const opened = await openPart(envelope, { part: named.part, commitment: null }, opening);
  if (!opened.ok) {
    if (opened.problem.code !== "NOT_FOUND") return opened;
    return refused(shownProblem({ code: "ATTACHMENT_MISSING", facts: { name } }));
  }
  const [attachment] = opened.value.entity.attachments;
  return attachment !== undefined && (await isNamed(attachment, named))
    ? ok(attachment)
    : refused(shownProblem({ code: "ATTACHMENT_DIFFERS", facts: { name } }));
}

async function isNamed({ contents }: Attachment, { sizeBytes, sha256Hex }: ReferencedAttachment): Promise<boolean> {
  return contents.length === sizeBytes && hex(await sha256(contents)) === sha256Hex;
}

async function openPart(
  { id, keyPackets }: SealedEnvelope,
  { part, commitment }: { readonly part: number; readonly commitment: string | null },
  { vault, fetchPart, signers, at }: Opening,
): Promise<Result<Omit<OpenedBody, "entity"> & { readonly entity: Entity }, ShownProblem>> {
  const body = await fetchPart(id, part);
  if (!body.ok) return body;
  const sealed = { envelopeId: id, keyPackets: keyPackets.map(({ bytes }) => bytes), body: body.value, commitment };
  const opened = await vaultAnswer(firstOf(vault.ask("open", { bodies: [sealed], signers, at })));
  if (!opened.ok) return opened;
  const entity = await parseEntity(opened.value.entity);
  return entity.ok ? ok({ ...opened.value, entity: entity.value }) : refused(shownProblem(entity.problem));
}

async function firstOf<Outcome>(outcomes: Promise<readonly Outcome[]>): Promise<Outcome> {
  const [first] = await outcomes;
  if (first === undefined) throw new Error("the vault opened nothing of one body");
  return first;
}

/** Without a key at hand an envelope is locked, which is no failure. */
function closedContents(problem: ShownProblem): EnvelopeContents {
  return problem.code === "PGP_NOT_UNLOCKED" ? { state: "locked" } : { state: "failed", problem };
}
