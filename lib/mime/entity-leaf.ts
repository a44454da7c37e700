import type { Attachment } from "./entity.ts";
import type { EntityPart } from "./entity-tree.ts";
import { parseStructuredField } from "./header-block.ts";
import type { StructuredField } from "./header-block.ts";
import { mediaTypeOf } from "./media-type.ts";
import { safeFileName } from "./safe-file-name.ts";
import { decodeTransfer } from "./transfer-decoding.ts";

/** A part that holds no other parts, its transfer encoding removed. */
export interface Leaf {
  readonly contentType: StructuredField;
  readonly disposition: string;
  readonly nameAsSent: string | null;
  readonly contents: Uint8Array<ArrayBuffer>;
  /** Whether it is a part of the outermost multipart, where this project's own parts stand. */
  readonly isAtTop: boolean;
}

const namesByType: Readonly<Record<string, string>> = {
  "text/html": "message.html",
  "message/rfc822": "message.eml",
  "application/pgp-signature": "signature.asc",
  "application/pgp-keys": "certificate.asc",
  "text/calendar": "calendar.ics",
};

/** The leaves of a tree in the order in which they stand. */
export function leavesOf(root: EntityPart): readonly Leaf[] {
  return leavesUnder(root, 0);
}

function leavesUnder(part: EntityPart, depth: number): readonly Leaf[] {
  if (part.parts.length === 0) return [leafOf(part, depth <= 1)];
  return part.parts.flatMap((each) => leavesUnder(each, depth + 1));
}

function leafOf({ headers, contentType, contents }: EntityPart, isAtTop: boolean): Leaf {
  const disposition = parseStructuredField(headers.get("content-disposition") ?? "");
  const name = disposition.parameters.get("filename") ?? contentType.parameters.get("name") ?? "";
  return {
    // A multipart without a delimiter is shown as text, so that nothing hides in it.
    contentType: contentType.value.startsWith("multipart/")
      ? { value: "text/plain", parameters: new Map() }
      : contentType,
    disposition: disposition.value,
    nameAsSent: name === "" ? null : name,
    contents: decodeTransfer(contents, headers.get("content-transfer-encoding") ?? ""),
    isAtTop,
  };
}

export function attachmentOf({ contentType, nameAsSent, contents }: Leaf): Attachment {
  const mediaType = mediaTypeOf(contentType.value);
  return {
    name: safeFileName(nameAsSent ?? namesByType[mediaType] ?? ""),
    nameAsSent,
    mediaType,
    contents,
  };
}
