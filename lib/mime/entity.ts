/** A structured fact of a report, such as `Software: libfoo`. The value may have several lines, divided by `\n`. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** An attachment on its way into an entity. */
export interface OutgoingAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly contents: Uint8Array;
}

/** What an entity says of an attachment that is body number `part` of the same envelope, counted from 1. */
export interface ReferencedAttachment {
  readonly name: string;
  readonly mediaType: string;
  /** Of the contents, before padding. */
  readonly sizeBytes: number;
  /** Of the contents, 64 lower-case hexadecimal digits. */
  readonly sha256Hex: string;
  readonly part: number;
}

/** An attachment as received. */
export interface Attachment {
  /** Safe to show and to save under. */
  readonly name: string;
  /** What the sender wrote, with whatever path, control or bidi characters; null where the part had no name. */
  readonly nameAsSent: string | null;
  /** `type/subtype` in lower case as the sender claims it: never a reason to render anything. */
  readonly mediaType: string;
  /** Byte for byte as attached, transfer encoding removed. */
  readonly contents: Uint8Array<ArrayBuffer>;
}

/** The decrypted contents of an envelope's first body. */
export interface Entity {
  /** The protected subject (RFC 9788), or null where there is none. One line. */
  readonly subject: string | null;
  readonly sentAt: Date | null;
  /** The protected `From`, as claimed. One line. */
  readonly from: string | null;
  /** All text parts for a person to read, lines divided by `\n`. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** With `name` made safe. */
  readonly referencedAttachments: readonly ReferencedAttachment[];
  readonly fields: readonly Field[];
}
