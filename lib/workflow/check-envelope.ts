import { hex, sha256 } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { dearmor } from "#lib/pgp/armor.ts";
import { checkBody, splitEnvelope } from "#lib/pgp/envelope-check.ts";
import { checkReaders, type EnvelopeReader, type ReaderKeyPacket } from "#lib/pgp/reader-check.ts";
import {
  maximumAttachments,
  maximumEntityBytes,
  maximumUploadBytes,
  type EnvelopeUpload,
} from "#lib/schema/submission.ts";

/** An empty body is a packet header, a version, 18 random bytes, an empty literal and a hash: some 50 bytes. */
export const maximumEmptyBodyBytes = 128;

export interface CheckedEnvelope {
  readonly readers: readonly ReaderKeyPacket[];
  readonly parts: readonly { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string }[];
  readonly emptyBody: Uint8Array<ArrayBuffer> | null;
  readonly commitment: string | null;
  readonly commitmentSignature: string | null;
}

/**
 * All that can be known of an uploaded envelope without a key: its packets, its readers, its sizes.
 *
 * @problem any code of lib/base/problems/envelope.ts that speaks of packets or readers
 * @problem TOO_MANY_ATTACHMENTS above 20; ATTACHMENTS_TOO_LARGE above 40 MiB sealed.
 */
export async function checkEnvelope(
  upload: EnvelopeUpload,
  readers: { readonly required: readonly EnvelopeReader[]; readonly allowed: readonly EnvelopeReader[] },
): Promise<Result<CheckedEnvelope, Problem>> {
  const message = dearmor(upload.message);
  if (!message.ok) return message;
  const split = splitEnvelope(message.value.bytes, maximumEntityBytes);
  if (!split.ok) return split;
  const whose = checkReaders(split.value, readers);
  if (!whose.ok) return whose;

  const sizes = checkSizes(upload.parts);
  if (!sizes.ok) return sizes;
  for (const part of upload.parts) {
    const body = checkBody(part, maximumUploadBytes);
    if (!body.ok) return body;
  }
  if (upload.emptyBody !== null) {
    const empty = checkBody(upload.emptyBody, maximumEmptyBodyBytes);
    if (!empty.ok) return empty;
  }
  const bodies = [new Uint8Array(split.value.body), ...upload.parts];
  return ok({
    readers: whose.value,
    parts: await Promise.all(bodies.map(async (bytes) => ({ bytes, sha256: hex(await sha256(bytes)) }))),
    emptyBody: upload.emptyBody,
    commitment: upload.claims?.commitment ?? null,
    commitmentSignature: upload.claims?.signature ?? null,
  });
}

function checkSizes(
  parts: readonly Uint8Array[],
): Result<null, Problem<"TOO_MANY_ATTACHMENTS" | "ATTACHMENTS_TOO_LARGE">> {
  if (parts.length > maximumAttachments)
    return refused({ code: "TOO_MANY_ATTACHMENTS", facts: { maximum: maximumAttachments } });
  const total = parts.reduce((bytes, part) => bytes + part.length, 0);
  if (total > maximumUploadBytes)
    return refused({ code: "ATTACHMENTS_TOO_LARGE", facts: { maximumBytes: maximumUploadBytes } });
  return ok(null);
}
