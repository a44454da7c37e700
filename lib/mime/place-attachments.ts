import { maximumInsideBytes } from "./limits.ts";

export interface PlacedAttachments<Attachment> {
  /** Travel inside the entity, in the order given. */
  readonly inside: readonly Attachment[];
  /** Become bodies of their own, numbered from 1 in this order, which is the order given. */
  readonly apart: readonly Attachment[];
}

/** Divides attachments into those that fit inside an entity, the smallest first, and those that do not. */
export function placeAttachments<Attachment extends { readonly contents: Uint8Array }>(
  attachments: readonly Attachment[],
): PlacedAttachments<Attachment> {
  const fitting = new Set<Attachment>();
  let insideBytes = 0;
  for (const attachment of attachments.toSorted((left, right) => left.contents.length - right.contents.length)) {
    insideBytes += attachment.contents.length;
    if (insideBytes > maximumInsideBytes) break;
    fitting.add(attachment);
  }
  return {
    inside: attachments.filter((attachment) => fitting.has(attachment)),
    apart: attachments.filter((attachment) => !fitting.has(attachment)),
  };
}
