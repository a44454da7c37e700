"use client";

import { byteCountText } from "#components/ui/byte-count.ts";
import { DescriptionList, type Description } from "#components/ui/description-list.tsx";
import type { Draft, SealedElsewhere } from "./draft.ts";
import type { Step } from "./form-state.ts";
import { hasExploitToSeal, reportFields } from "./report-entities.ts";
import { ReviewChange } from "./review-change.tsx";

interface EncryptedReviewProps {
  readonly draft: Draft;
  readonly goTo: (step: Step) => void;
}

/** What goes into the envelopes, in short. */
export function EncryptedReview({ draft, goTo }: EncryptedReviewProps) {
  const rows: readonly Description[] = [
    { term: "Title", details: draft.title.trim() === "" ? "None" : <Wrapped text={draft.title} /> },
    ...contentRows(draft),
    ...reportFields(draft).map(({ name, value }) => ({ term: name, details: <Wrapped text={value} /> })),
  ];
  return (
    <DescriptionList
      rows={rows.map((row) => ({
        ...row,
        action: (
          <ReviewChange
            what={row.term}
            onPress={() => {
              goTo(questionTerms.includes(row.term) ? "questions" : "report");
            }}
          />
        ),
      }))}
    />
  );
}

const questionTerms = ["Severity", "Linux kernel", "Kernel security team told"];

function contentRows(draft: Draft): readonly Description[] {
  if (draft.writing === "elsewhere")
    return [
      { term: "Report", details: foreignText(draft.sealedReport) },
      ...(draft.hasExploit === true ? [{ term: "Exploit", details: foreignText(draft.sealedExploit) }] : []),
    ];
  return [
    { term: "Description", details: <LongText text={draft.description} label="Description" /> },
    { term: "Attachments", details: draft.attachments.length === 0 ? "None" : filesText(draft.attachments) },
    ...(draft.hasExploit === true
      ? [
          {
            term: "Exploit",
            details: hasExploitToSeal(draft)
              ? `Apart from the report: ${[textText(draft.exploitText), filesText(draft.exploitFiles)].join(", ")}`
              : "None yet; you may add it later with your receipt",
          },
        ]
      : []),
  ];
}

function Wrapped({ text }: { readonly text: string }) {
  return <div className="wrap-anywhere whitespace-pre-wrap">{text}</div>;
}

/** A text of any length in a window of its own, which the keyboard can scroll. */
function LongText({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="max-h-72 overflow-y-auto">
      <Wrapped text={text} />
    </div>
  );
}

function filesText(files: readonly File[]): string {
  if (files.length === 0) return "no files";
  return files.map(({ name, size }) => `${name} (${byteCountText(size)})`).join(", ");
}

function textText(text: string): string {
  const lines = text.trim() === "" ? 0 : text.split("\n").length;
  return lines === 1 ? "1 line of text" : `${String(lines)} lines of text`;
}

function foreignText({ text, file }: SealedElsewhere): string {
  if (file !== null) return `${file.name}, as your gpg has made it`;
  return text.trim() === "" ? "None yet; you may add it later with your receipt" : "As your gpg has made it";
}
