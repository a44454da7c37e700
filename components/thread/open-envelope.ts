import { hex, sha256 } from "#lib/base/bytes.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { Attachment, Entity, ReferencedAttachment } from "#lib/mime/entity.ts";
import type { ClaimedSignature, OpenedBody, SignerCertificate } from "#lib/pgp/client.ts";
import type { ThreadEnvelope } from "#lib/schema/thread-response.ts";
import { shownProblem, type ShownProblem } from "#components/request/shown-problem.ts";
import { vaultAnswer, type Vault } from "#components/sealing/vault-answer.ts";
import type { EnvelopeContents } from "./envelope-contents.ts";
import { authorName } from "./envelope-words.ts";

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

type SealedEnvelope = Pick<ThreadEnvelope, "id" | "keyPackets">;
type CommittedEnvelope = SealedEnvelope &
  Pick<ThreadEnvelope, "author" | "authorMember" | "commitment" | "commitmentSignature">;

/** What an envelope says, once its body is fetched and opened in the vault. */
export async function openEnvelope(envelope: CommittedEnvelope, opening: Opening): Promise<EnvelopeContents> {
  const { commitment: stored, commitmentSignature: signature } = envelope;
  const claimed = signature === null ? null : { signature, author: authorName(envelope) };
  const opened = await openPart(envelope, { part: 0, commitment: stored, commitmentSignature: claimed }, opening);
  if (!opened.ok) return closedContents(opened.problem);
  const { entity, signatures, commitment, commitmentSignature } = opened.value;
  const fitsCommitment = commitment === "none" ? null : commitment === "fits";
  return { state: "opened", entity, signatures, fitsCommitment, commitmentSignature };
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
  const opened = await openPart(envelope, { part: named.part, commitment: null, commitmentSignature: null }, opening);
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

interface CommittedPart {
  readonly part: number;
  readonly commitment: string | null;
  readonly commitmentSignature: ClaimedSignature | null;
}

async function openPart(
  { id, keyPackets }: SealedEnvelope,
  { part, ...committed }: CommittedPart,
  { vault, fetchPart, signers, at }: Opening,
): Promise<Result<Omit<OpenedBody, "entity"> & { readonly entity: Entity }, ShownProblem>> {
  const body = await fetchPart(id, part);
  if (!body.ok) return body;
  const packets = keyPackets.map(({ bytes }) => bytes);
  const sealed = { envelopeId: id, keyPackets: packets, body: body.value, ...committed };
  const opened = await vaultAnswer(firstOf(vault.ask("open", { bodies: [sealed], signers, at })));
  if (!opened.ok) return opened;
  const { parseEntity } = await import("#lib/mime/parse-entity.ts"); // not before there is something to read
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
