import { clsx } from "clsx";
import type { ReactNode } from "react";
import { describedBy, FieldError, FieldFrame, FieldHint, OptionalMark } from "./field.tsx";

export interface FieldsetProps {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly optional?: boolean;
  /** A heading-sized legend, for a part of a long form. */
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** Fields that answer one question together. */
export function Fieldset({ id, legend, hint, error, optional = false, large = false, children }: FieldsetProps) {
  return (
    <FieldFrame error={error}>
      <fieldset id={id} aria-describedby={describedBy({ id, hint, error })} className="min-w-0">
        <legend className={clsx("block", large ? "text-xl font-semibold tracking-tight" : "font-medium")}>
          {legend}
          <OptionalMark optional={optional} />
        </legend>
        <FieldHint id={id} hint={hint} />
        <FieldError id={id} error={error} />
        <div className="mt-2">{children}</div>
      </fieldset>
    </FieldFrame>
  );
}
