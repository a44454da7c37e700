import type { ReferencedAttachment } from "./entity.ts";
import { mediaTypeOf } from "./media-type.ts";
import { safeFileName } from "./safe-file-name.ts";

/**
 * The part that names the attachments which are bodies of their own: JSON, `{ "version": 1, "attachments": [{ "name",
 * "mediaType", "sizeBytes", "sha256", "part" }] }`, where `part` n is body number n of the envelope and `sizeBytes`
 * and `sha256` speak of the attachment's contents.
 */
export const referencedAttachmentsType = "application/vnd.fortnight.attachments+json";

const version = 1;
const maximumReferenced = 1_000;
const maximumSizeBytes = 2 ** 40;

export function referencedAttachmentsText(attachments: readonly ReferencedAttachment[]): string {
  const named = attachments.map(({ name, mediaType, sizeBytes, sha256Hex, part }) => ({
    name: name.toWellFormed(),
    mediaType: mediaTypeOf(mediaType),
    sizeBytes,
    sha256: sha256Hex,
    part,
  }));
  return JSON.stringify({ version, attachments: named }, null, 2);
}

/** What such a part names, with file names made safe; or null where it is not of that form throughout. */
export function parseReferencedAttachments(text: string): readonly ReferencedAttachment[] | null {
  const document = parseJson(text);
  if (!isRecord(document) || document["version"] !== version) return null;

  const { attachments } = document;
  if (!Array.isArray(attachments) || attachments.length > maximumReferenced) return null;

  const parsed = attachments.map(parseReferenced).filter((each) => each !== null);
  return parsed.length === attachments.length ? parsed : null;
}

function parseReferenced(entry: unknown): ReferencedAttachment | null {
  if (!isRecord(entry)) return null;
  const { name, mediaType, sizeBytes, sha256, part } = entry;
  if (typeof name !== "string" || typeof mediaType !== "string") return null;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  if (!isCount(sizeBytes, 0, maximumSizeBytes) || !isCount(part, 1, maximumReferenced)) return null;
  return { name: safeFileName(name), mediaType: mediaTypeOf(mediaType), sizeBytes, sha256Hex: sha256, part };
}

function isCount(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
