import type { ComponentProps } from "react";
import { describedBy, FieldError, FieldFrame, FieldHint, isShown, type FieldProps } from "./field.tsx";

export type CheckboxProps = Omit<ComponentProps<"input">, "id" | "type"> & Omit<FieldProps, "optional">;

/** One yes or no; the whole line can be pressed. */
export function Checkbox({ id, label, hint, error, className, ...rest }: CheckboxProps) {
  return (
    <FieldFrame error={error}>
      <FieldError id={id} error={error} />
      <div className="flex items-start gap-3 py-1">
        <input
          {...rest}
          id={id}
          type="checkbox"
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={isShown(error) || undefined}
          className="size-6 shrink-0 accent-accent"
        />
        <div className={className}>
          <label htmlFor={id} className="block w-fit">
            {label}
          </label>
          <FieldHint id={id} hint={hint} />
        </div>
      </div>
    </FieldFrame>
  );
}
