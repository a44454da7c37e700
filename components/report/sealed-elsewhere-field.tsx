"use client";

import type { ReactNode } from "react";
import { FileField } from "#components/ui/file-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { controlId } from "./draft.ts";
import { useReportForm } from "./form-context.ts";

interface SealedElsewhereFieldProps {
  readonly field: "sealedReport" | "sealedExploit";
  readonly label: string;
  readonly hint: ReactNode;
  readonly optional?: boolean;
}

/** A message that gpg made: pasted, or as its file, which may be binary. */
export function SealedElsewhereField({ field, label, hint, optional = false }: SealedElsewhereFieldProps) {
  const { draft, change, errorOf } = useReportForm();
  const sealed = draft[field];

  return (
    <div className="space-y-4">
      <TextArea
        id={controlId(field)}
        label={label}
        hint={hint}
        error={errorOf(field)}
        optional={optional || sealed.file !== null}
        mono
        rows={8}
        disabled={sealed.file !== null}
        value={sealed.text}
        onChange={(event) => {
          change({ [field]: { text: event.target.value, file: null } });
        }}
      />
      <FileField
        id={`${controlId(field)}-file`}
        label="Or its file"
        optional
        chosen={sealed.file === null ? [] : [sealed.file]}
        onChoose={([file]) => {
          if (file !== undefined) change({ [field]: { text: "", file } });
        }}
        onRemove={() => {
          change({ [field]: { text: "", file: null } });
        }}
      />
    </div>
  );
}
