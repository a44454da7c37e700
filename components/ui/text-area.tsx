import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass, describedBy, Field, isShown, type FieldProps } from "./field.tsx";

export interface TextAreaProps extends Omit<ComponentProps<"textarea">, "id">, FieldProps {
  readonly mono?: boolean;
}

/** Several lines of text. Without `name` it is in no form submission, whatever happens to the script. */
export function TextArea(props: TextAreaProps) {
  const { id, label, hint, error, optional = false, mono = false, rows = 8, className, ...rest } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        autoComplete="off"
        spellCheck={!mono}
        {...rest}
        id={id}
        rows={rows}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={isShown(error) || rest["aria-invalid"]}
        className={clsx(controlClass, "resize-y", mono && "font-mono text-sm", className)}
      />
    </Field>
  );
}
