"use client";

import type { ReactNode } from "react";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { controlId, type Draft } from "./draft.ts";
import { useReportForm } from "./form-context.ts";

type TextFieldName = {
  [Field in keyof Draft]: Draft[Field] extends string ? (string extends Draft[Field] ? Field : never) : never;
}[keyof Draft];

interface TextQuestionProps {
  readonly field: TextFieldName;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly mono?: boolean;
  readonly width?: "full" | "medium" | "short";
  readonly inputMode?: "email" | "text";
}

/** One line that is typed. It has no name, so no form can ever post it. */
export function TextQuestion({ field, width = "full", ...rest }: TextQuestionProps) {
  const { draft, change, errorOf } = useReportForm();
  return (
    <TextField
      {...rest}
      id={controlId(field)}
      width={width}
      error={errorOf(field)}
      value={draft[field]}
      onChange={(event) => {
        change({ [field]: event.target.value });
      }}
    />
  );
}

/** Several lines that are typed; as nameless as {@link TextQuestion}. */
export function LongTextQuestion({ rows, ...props }: Omit<TextQuestionProps, "width"> & { readonly rows: number }) {
  const { field, inputMode: _, ...rest } = props;
  const { draft, change, errorOf } = useReportForm();
  return (
    <TextArea
      {...rest}
      id={controlId(field)}
      rows={rows}
      error={errorOf(field)}
      value={draft[field]}
      onChange={(event) => {
        change({ [field]: event.target.value });
      }}
    />
  );
}
