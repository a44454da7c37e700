import { base64Part, multipartMixed, textPart } from "./body-part.ts";
import type { Field, OutgoingAttachment, ReferencedAttachment } from "./entity.ts";
import { mailboxField, mailDate, textField } from "./header-field.ts";
import { maximumInsideBytes } from "./limits.ts";
import { padEntity } from "./padding.ts";
import { referencedAttachmentsText, referencedAttachmentsType } from "./referenced-attachments.ts";
import { fieldsParameter, fieldsParameterValue, fieldsText } from "./report-fields.ts";

export interface EntityDraft {
  /** Becomes one line. */
  readonly subject: string;
  /** Line ends of any kind. */
  readonly text: string;
  /** A mailbox such as `Ada <ada@example.org>`; left out where the author wants no name in the entity. */
  readonly from?: string;
  readonly sentAt: Date;
  /** At most 256 KiB together; see `placeAttachments`. */
  readonly attachments: readonly OutgoingAttachment[];
  readonly referencedAttachments: readonly ReferencedAttachment[];
  readonly fields: readonly Field[];
}

/**
 * The MIME entity that an envelope's first body holds, padded to exactly a {@link paddedSize}. CRLF line ends, ASCII,
 * lines of at most 76 characters save for the boundary's. Mail programs read it after gpg as any PGP/MIME mail: the
 * subject and date are protected headers (RFC 9788; `protected-headers` is what mutt and notmuch look for), then come
 * the text, the fields as lines of text, the references as JSON, and the attachments in base64.
 *
 * Throws where the attachments are more than 256 KiB together, or a field's name is not a name.
 */
export function composeEntity(draft: EntityDraft): Uint8Array<ArrayBuffer> {
  const insideBytes = draft.attachments.reduce((total, { contents }) => total + contents.length, 0);
  if (insideBytes > maximumInsideBytes)
    throw new Error(`attachments inside an entity have ${String(insideBytes)} bytes`);

  const { fields, referencedAttachments } = draft;
  const parts = [
    textPart("text/plain; charset=utf-8", draft.text),
    ...(fields.length === 0 ? [] : [fieldsPart(fields)]),
    ...(referencedAttachments.length === 0 ? [] : [referencesPart(referencedAttachments)]),
    ...draft.attachments.map(({ name, mediaType, contents }) => base64Part(name, mediaType, contents)),
  ];
  return padEntity(multipartMixed(protectedFieldLines(draft), ';\r\n hp="cipher"; protected-headers="v1"', parts));
}

/** `HP-Outer` tells a mail program what its author left readable outside: the date, and no word of the subject. */
function protectedFieldLines({ subject, from, sentAt }: EntityDraft): readonly string[] {
  return [
    ...(from === undefined ? [] : [mailboxField("From", from)]),
    textField("Subject", subject),
    `Date: ${mailDate(sentAt)}`,
    "HP-Outer: Subject: [...]",
    `HP-Outer: Date: ${mailDate(sentAt)}`,
    "MIME-Version: 1.0",
  ];
}

function fieldsPart(fields: readonly Field[]) {
  return textPart(`text/plain; charset=utf-8; ${fieldsParameter}=${fieldsParameterValue}`, fieldsText(fields));
}

function referencesPart(attachments: readonly ReferencedAttachment[]) {
  return textPart(referencedAttachmentsType, referencedAttachmentsText(attachments));
}
