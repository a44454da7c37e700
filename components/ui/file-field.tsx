"use client";

import { clsx } from "clsx";
import type { ChangeEvent } from "react";
import { byteCountText } from "./byte-count.ts";
import { controlClass, describedBy, Field, isShown, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export interface FileFieldProps extends FieldProps {
  /** Only where the form itself is to carry the file; one that is read by script has none. */
  readonly name?: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** What was just chosen. With `chosen` given, the control is emptied after each choice, so one can add more. */
  readonly onChoose?: (files: readonly File[]) => void;
  readonly chosen?: readonly { readonly name: string; readonly size: number }[];
  readonly onRemove?: (index: number) => void;
}

/** The browser's own file control, with the chosen files listed below it. */
export function FileField(props: FileFieldProps) {
  const {
    id,
    label,
    hint,
    error,
    optional = false,
    name,
    accept,
    multiple = false,
    onChoose,
    chosen,
    onRemove,
  } = props;

  function choose(event: ChangeEvent<HTMLInputElement>) {
    onChoose?.([...(event.target.files ?? [])]);
    if (chosen !== undefined) event.target.value = "";
  }

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple={multiple}
        onChange={choose}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={isShown(error) || undefined}
        className={clsx(
          controlClass,
          "text-sm text-muted file:mr-3 file:cursor-pointer file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-3 file:py-1 file:font-medium file:text-ink",
        )}
      />
      {chosen === undefined || chosen.length === 0 ? null : (
        <ul className="mt-2 divide-y divide-line border-y border-line text-sm">
          {chosen.map((file, index) => (
            <li key={`${String(index)} ${file.name}`} className="flex items-center gap-3 py-1.5">
              <Icon name="attachment" className="size-4 text-muted" />
              <span className="min-w-0 grow break-all">{file.name}</span>
              <span className="shrink-0 text-muted tabular-nums">{byteCountText(file.size)}</span>
              {onRemove === undefined ? null : (
                <button
                  type="button"
                  onClick={() => {
                    onRemove(index);
                  }}
                  className="link min-h-6 min-w-6 shrink-0"
                >
                  Remove<VisuallyHidden> {file.name}</VisuallyHidden>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
