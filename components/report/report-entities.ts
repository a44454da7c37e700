import { hex, sha256 } from "#lib/base/bytes.ts";
import { composeCard } from "#lib/mime/card.ts";
import { composeAttachment } from "#lib/mime/compose-attachment.ts";
import { composeEntity } from "#lib/mime/compose-entity.ts";
import type { Field, OutgoingAttachment, ReferencedAttachment } from "#lib/mime/entity.ts";
import { oneLine } from "#lib/mime/one-line.ts";
import { placeAttachments } from "#lib/mime/place-attachments.ts";
import { parseCveIds } from "./card-fields.ts";
import type { Draft } from "./draft.ts";

/** One envelope before it is sealed: its entity, and an entity of its own for each large attachment; all padded. */
export interface UnsealedEnvelope {
  readonly entity: Uint8Array<ArrayBuffer>;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

/** The report itself: title as the subject, the description, and what was answered in secret as fields. */
export function composeReport(
  draft: Draft,
  attachments: readonly OutgoingAttachment[],
  sentAt: Date,
): Promise<UnsealedEnvelope> {
  return composeEnvelope({
    subject: oneLine(draft.title),
    text: draft.description,
    fields: reportFields(draft),
    attachments,
    sentAt,
  });
}

/** The exploit, in an envelope of its own, because it may be published later (R14). */
export function composeExploit(
  draft: Draft,
  attachments: readonly OutgoingAttachment[],
  sentAt: Date,
): Promise<UnsealedEnvelope> {
  const subject = oneLine(`Exploit: ${draft.title}`);
  return composeEnvelope({ subject, text: draft.exploitText, fields: [], attachments, sentAt });
}

/** The card that members sort and search by, or null where a report that was sealed elsewhere names neither. */
export function composeReportCard(draft: Draft): UnsealedEnvelope | null {
  const [title, software] = [oneLine(draft.title), oneLine(draft.software)];
  if (title === "" || software === "") return null;
  const vector = draft.severityVector.trim();
  const card = {
    title,
    software,
    versions: oneLine(draft.versions),
    severityVector: vector === "" ? null : vector,
    cveIds: cveIdsOf(draft),
  };
  return { entity: composeCard(card), parts: [] };
}

/** Fields that the card holds too: all that is sealed here of a report that was sealed elsewhere. */
const cardFields: ReadonlySet<string> = new Set(["Software", "Versions", "Severity vector", "CVE"]);

/** What was answered beside the description, as members and their programs read it. Unanswered questions are left out. */
export function reportFields(draft: Draft): readonly Field[] {
  const { affectsKernel, writing } = draft;
  const kernelTeam = draft.toldOthers?.includes("kernel-security-team") === true ? "yes" : "no";
  const fields: readonly (readonly [string, string])[] = [
    ["Software", oneLine(draft.software)],
    ["Versions", oneLine(draft.versions)],
    ["Severity", draft.severity ?? ""],
    ["Severity vector", draft.severityVector.trim()],
    ["CVE", cveIdsOf(draft).join(", ")],
    ["Linux kernel", affectsKernel === null ? "" : affectsKernel ? "yes" : "no"],
    ["Kernel security team told", affectsKernel === true ? kernelTeam : ""],
    ["Credit", draft.credit.trim()],
  ];
  return fields
    .filter(([name, value]) => value !== "" && (writing === "here" || cardFields.has(name)))
    .map(([name, value]) => ({ name, value }));
}

/** Whether there is anything for an exploit envelope to hold. */
export function hasExploitToSeal({ hasExploit, exploitText, exploitFiles }: Draft): boolean {
  return hasExploit === true && (exploitText.trim() !== "" || exploitFiles.length > 0);
}

function cveIdsOf({ cveWish, cveIds }: Draft): readonly string[] {
  return cveWish === "has" ? (parseCveIds(cveIds) ?? []) : [];
}

interface EnvelopeDraft {
  readonly subject: string;
  readonly text: string;
  readonly fields: readonly Field[];
  readonly attachments: readonly OutgoingAttachment[];
  readonly sentAt: Date;
}

async function composeEnvelope({ attachments, ...draft }: EnvelopeDraft): Promise<UnsealedEnvelope> {
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
