import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import type { OutgoingAttachment } from "#lib/mime/entity.ts";
import { safeFileName } from "#lib/mime/safe-file-name.ts";
import { maximumAttachmentBytes, maximumAttachments } from "#lib/schema/submission.ts";

/** As much of a `File` as the limits look at. */
export interface SizedFile {
  readonly size: number;
}

export type AttachmentsProblem = Problem<"ATTACHMENTS_TOO_LARGE" | "TOO_MANY_ATTACHMENTS">;

/**
 * What is wrong with these attachments together, or null.
 *
 * @problem TOO_MANY_ATTACHMENTS above 20; ATTACHMENTS_TOO_LARGE above 25 MiB together, before they are sealed.
 */
export function attachmentsProblem(files: readonly SizedFile[]): AttachmentsProblem | null {
  if (files.length > maximumAttachments)
    return { code: "TOO_MANY_ATTACHMENTS", facts: { maximum: maximumAttachments } };
  const totalBytes = files.reduce((total, { size }) => total + size, 0);
  if (totalBytes <= maximumAttachmentBytes) return null;
  return { code: "ATTACHMENTS_TOO_LARGE", facts: { maximumBytes: maximumAttachmentBytes } };
}

/**
 * The contents of chosen files, ready to be sealed.
 *
 * @problem ATTACHMENT_UNREADABLE when a file was moved, changed or taken away since it was chosen; names it.
 */
export async function readAttachments(
  files: readonly File[],
): Promise<Result<readonly OutgoingAttachment[], AttachmentsProblem | Problem<"ATTACHMENT_UNREADABLE">>> {
  const problem = attachmentsProblem(files);
  if (problem !== null) return refused(problem);

  const attachments: OutgoingAttachment[] = [];
  for (const file of files) {
    const contents = await fileBytes(file);
    if (contents === null) return refused({ code: "ATTACHMENT_UNREADABLE", facts: { name: file.name } });
    attachments.push({ name: safeFileName(file.name), mediaType: file.type, contents });
  }
  return ok(attachments);
}

/** What is in a file; null where the browser cannot read it any more. */
export async function fileBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
