import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** What every field has. `id` is the control's, so that an error summary can link to it. */
export interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Says "(optional)" after the label. What must be answered is not marked. */
  readonly optional?: boolean;
}

/** Value of `aria-describedby` for the control of a field: its hint, then its error. */
export function describedBy({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">): string | undefined {
  const ids = [isShown(hint) && `${id}-hint`, isShown(error) && `${id}-error`].filter((each) => each !== false);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** The look that text controls share. */
export const controlClass =
  "block w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 leading-snug text-ink hover:border-accent aria-invalid:border-2 aria-invalid:border-refusal disabled:opacity-60";

/** Label, hint and error around one control. */
export function Field({ id, label, hint, error, optional, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <FieldFrame error={error}>
      <label htmlFor={id} className="block w-fit font-medium">
        {label}
        <OptionalMark optional={optional} />
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <div className="mt-1.5">{children}</div>
    </FieldFrame>
  );
}

export function FieldFrame({ error, children }: { readonly error: ReactNode; readonly children: ReactNode }) {
  return <div className={clsx(isShown(error) && "border-l-4 border-refusal pl-4")}>{children}</div>;
}

export function OptionalMark({ optional }: { readonly optional: boolean | undefined }) {
  return optional === true ? <span className="font-normal text-muted"> (optional)</span> : null;
}

export function FieldHint({ id, hint }: { readonly id: string; readonly hint: ReactNode }) {
  if (!isShown(hint)) return null;
  return (
    <div id={`${id}-hint`} className="max-w-prose text-sm text-muted">
      {hint}
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: ReactNode }) {
  if (!isShown(error)) return null;
  return (
    <p id={`${id}-error`} className="mt-1 flex max-w-prose items-start gap-1.5 text-sm font-medium text-refusal">
      <Icon name="refusal" className="mt-[0.1em] size-[1.25em]" />
      <span>
        <VisuallyHidden>Error: </VisuallyHidden>
        {error}
      </span>
    </p>
  );
}

export function isShown(content: ReactNode): boolean {
  return content !== undefined && content !== null && content !== false && content !== "";
}
