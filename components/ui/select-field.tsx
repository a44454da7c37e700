import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass, describedBy, Field, isShown, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface SelectFieldProps extends Omit<ComponentProps<"select">, "id" | "multiple">, FieldProps {
  readonly width?: "full" | "medium" | "short";
}

const widths = { full: "", medium: "max-w-96", short: "max-w-48" };

/** One of a known set, by the browser's own control; its children are `option` and `optgroup`. */
export function SelectField(props: SelectFieldProps) {
  const { id, label, hint, error, optional = false, width = "full", className, children, ...rest } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className={clsx("relative", widths[width])}>
        <select
          {...rest}
          id={id}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={isShown(error) || rest["aria-invalid"]}
          className={clsx(controlClass, "appearance-none truncate pr-10", className)}
        >
          {children}
        </select>
        <Icon name="down" className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-muted" />
      </div>
    </Field>
  );
}
