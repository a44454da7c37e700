import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";
import { utf8Text } from "#lib/base/bytes.ts";
import { bareEntity, hasMimeHeader } from "./bare-entity.ts";
import { decodeHtmlAsText, decodePlainText } from "./decode-text.ts";
import type { Entity } from "./entity.ts";
import { attachmentOf, leavesOf } from "./entity-leaf.ts";
import type { Leaf } from "./entity-leaf.ts";
import { splitEntity } from "./entity-tree.ts";
import type { EntityPart } from "./entity-tree.ts";
import { headerText, parseMailDate } from "./header-block.ts";
import { maximumEntityBytes, maximumTextBytes } from "./limits.ts";
import { oneLine } from "./one-line.ts";
import { parseReferencedAttachments, referencedAttachmentsType } from "./referenced-attachments.ts";
import { fieldsParameter, fieldsParameterValue, parseFields } from "./report-fields.ts";

export type EntityProblem = Problem<
  "MIME_TOO_LARGE" | "MIME_TOO_DEEP" | "MIME_TOO_MANY_PARTS" | "MIME_TOO_MANY_HEADERS"
>;

/**
 * What a decrypted body says: an entity of {@link composeEntity} or {@link composeAttachment}, what a mail program
 * sent (PGP/MIME), or a bare text without any MIME (inline PGP): the formats of R9. HTML comes back as an attachment; where a message holds nothing else to
 * read, its words stand in `text` besides. Whatever cannot be made sense of is text or an attachment, never dropped.
 *
 * @problem MIME_TOO_LARGE, MIME_TOO_DEEP, MIME_TOO_MANY_PARTS, MIME_TOO_MANY_HEADERS when a limit of `limits.ts` is
 * passed, found before anything is decoded.
 */
export async function parseEntity(bytes: Uint8Array): Promise<Result<Entity, EntityProblem>> {
  if (bytes.length > maximumEntityBytes) {
    return refused({ code: "MIME_TOO_LARGE", facts: { maximumBytes: maximumEntityBytes } });
  }
  if (!hasMimeHeader(bytes)) return ok(bareEntity(bytes));

  const tree = splitEntity(bytes);
  return tree.ok ? ok(await entityOf(tree.value)) : tree;
}

async function entityOf(root: EntityPart): Promise<Entity> {
  const leaves = leavesOf(root).filter((leaf) => !isRepeatedHeaders(leaf));
  const fieldsLeaf = leaves.find(isFields);
  const fields = fieldsLeaf === undefined ? null : parseFields(utf8Text(fieldsLeaf.contents));
  const referencesLeaf = leaves.find(isReferences);
  const references =
    referencesLeaf === undefined ? null : parseReferencedAttachments(utf8Text(referencesLeaf.contents));

  const read = [fields === null ? undefined : fieldsLeaf, references === null ? undefined : referencesLeaf];
  const forPeople = leaves.filter((leaf) => !read.includes(leaf));
  const isAlone = leaves.length === 1;
  const texts = forPeople.filter((leaf) => isText(leaf, isAlone));
  return {
    ...protectedFields(root),
    text: await textOf(texts, forPeople),
    attachments: forPeople.filter((leaf) => !texts.includes(leaf)).map(attachmentOf),
    referencedAttachments: references ?? [],
    fields: fields ?? [],
  };
}

/** The header fields nearest to the root that have a subject: those of a signed part where mail signs first. */
function protectedFields(root: EntityPart): Pick<Entity, "subject" | "sentAt" | "from"> {
  const { headers } = firstParts(root).find((part) => part.headers.has("subject")) ?? root;
  return {
    subject: lineOrNull(headerText(headers, "subject")),
    sentAt: parseMailDate(headers.get("date") ?? ""),
    from: lineOrNull(headerText(headers, "from")),
  };
}

function firstParts(part: EntityPart): readonly EntityPart[] {
  const [first] = part.parts;
  return first === undefined ? [part] : [part, ...firstParts(first)];
}

function lineOrNull(text: string | null): string | null {
  const line = oneLine(text ?? "");
  return line === "" ? null : line;
}

async function textOf(texts: readonly Leaf[], forPeople: readonly Leaf[]): Promise<string> {
  const decoded = await Promise.all(texts.map(({ contents, contentType }) => decodePlainText(contents, contentType)));
  if (decoded.some((text) => text.trim() !== "")) return decoded.join("\n\n");

  const html = forPeople.find(isReadableHtml);
  return html === undefined ? decoded.join("\n\n") : decodeHtmlAsText(html.contents, html.contentType);
}

function isText({ contentType, disposition, nameAsSent, contents }: Leaf, isAlone: boolean): boolean {
  if (contents.length > maximumTextBytes) return false;
  if (contentType.value !== "text/plain" || disposition === "attachment") return false;
  return nameAsSent === null || isAlone;
}

function isReadableHtml({ contentType, disposition, contents }: Leaf): boolean {
  return contentType.value === "text/html" && disposition !== "attachment" && contents.length <= maximumTextBytes;
}

function isFields({ contentType, isAtTop }: Leaf): boolean {
  return isAtTop && contentType.parameters.get(fieldsParameter) === fieldsParameterValue;
}

function isReferences({ contentType, isAtTop }: Leaf): boolean {
  return isAtTop && contentType.value === referencedAttachmentsType;
}

/** The part in which older mail programs repeat the protected subject for readers of the text. */
function isRepeatedHeaders({ contentType }: Leaf): boolean {
  return contentType.value === "text/rfc822-headers" && contentType.parameters.has("protected-headers");
}
