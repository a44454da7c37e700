"use client";

import { problemText } from "#lib/base/problem.ts";
import { maximumAttachmentBytes } from "#lib/schema/submission.ts";
import { byteCountText } from "#components/ui/byte-count.ts";
import { FileField } from "#components/ui/file-field.tsx";
import { attachmentsProblem } from "./attachment-files.ts";

export interface AttachmentsFieldProps {
  readonly id: string;
  readonly label?: string;
  readonly hint?: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

const defaultHint = `${byteCountText(maximumAttachmentBytes)} together at most. Names and contents are encrypted; sizes are rounded up.`;

/** Files to be sealed with a text. They are read when it is sealed, and never sent as they are. */
export function AttachmentsField({
  id,
  label = "Attachments",
  hint = defaultHint,
  files,
  onChange,
}: AttachmentsFieldProps) {
  const problem = attachmentsProblem(files);
  const error = problem === null ? undefined : Object.values(problemText(problem)).join(" ");
  const totalBytes = files.reduce((total, { size }) => total + size, 0);

  return (
    <div>
      <FileField
        id={id}
        label={label}
        hint={hint}
        error={error}
        optional
        multiple
        chosen={files}
        onChoose={(chosen) => {
          onChange([...files, ...chosen]);
        }}
        onRemove={(index) => {
          onChange(files.filter((_, each) => each !== index));
        }}
      />
      <p role="status" className="mt-1 text-sm text-muted empty:hidden">
        {files.length < 2 ? "" : `${String(files.length)} files, ${byteCountText(totalBytes)} together`}
      </p>
    </div>
  );
}
