import { hex, sha256 } from "#lib/base/bytes.ts";
import { composeAttachment } from "#lib/mime/compose-attachment.ts";
import { composeEntity } from "#lib/mime/compose-entity.ts";
import type { Field, OutgoingAttachment, ReferencedAttachment } from "#lib/mime/entity.ts";
import { placeAttachments } from "#lib/mime/place-attachments.ts";

export interface EnvelopeDraft {
  readonly subject: string;
  readonly text: string;
  readonly fields: readonly Field[];
  readonly attachments: readonly OutgoingAttachment[];
  readonly sentAt: Date;
}

/** One envelope before it is sealed: its entity, and an entity of its own for each large attachment; all padded. */
export interface UnsealedEnvelope {
  readonly entity: Uint8Array<ArrayBuffer>;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** Small attachments go into the entity; large ones become parts, which it names with size and SHA-256. */
export async function composeEnvelope({ attachments, ...draft }: EnvelopeDraft): Promise<UnsealedEnvelope> {
  const { inside, apart } = placeAttachments(attachments);
  const referencedAttachments = await Promise.all(apart.map((attachment, index) => reference(attachment, index + 1)));
  return {
    entity: composeEntity({ ...draft, attachments: inside, referencedAttachments }),
    parts: apart.map(composeAttachment),
  };
}

async function reference(
  { name, mediaType, contents }: OutgoingAttachment,
  part: number,
): Promise<ReferencedAttachment> {
  return { name, mediaType, sizeBytes: contents.length, sha256Hex: hex(await sha256(contents)), part };
}
