import { composeCard } from "#lib/mime/card.ts";
import type { Field, OutgoingAttachment } from "#lib/mime/entity.ts";
import { oneLine } from "#lib/mime/one-line.ts";
import { composeEnvelope, type UnsealedEnvelope } from "#components/sealing/compose-envelope.ts";
import { parseCveIds } from "./card-fields.ts";
import type { Draft } from "./draft.ts";

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
