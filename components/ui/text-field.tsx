import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass, describedBy, Field, isShown, type FieldProps } from "./field.tsx";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "id" | "width">, FieldProps {
  /** For codes, fingerprints and addresses: every character distinct, no spelling help. */
  readonly mono?: boolean;
  /** How long an answer is expected. */
  readonly width?: "full" | "medium" | "short";
}

const widths = { full: "", medium: "max-w-96", short: "max-w-48" };

/** One line of text. Without `name` it is in no form submission, whatever happens to the script. */
export function TextField(props: TextFieldProps) {
  const { id, label, hint, error, optional = false, mono = false, width = "full", className, ...rest } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={!mono}
        {...rest}
        id={id}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={isShown(error) || rest["aria-invalid"]}
        className={clsx(controlClass, widths[width], mono && "font-mono", className)}
      />
    </Field>
  );
}
