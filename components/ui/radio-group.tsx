"use client";

import type { ReactNode } from "react";
import { Fieldset, type FieldsetProps } from "./fieldset.tsx";

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioGroupProps extends Omit<FieldsetProps, "children"> {
  readonly name: string;
  readonly options: readonly RadioOption[];
  /** Makes it controlled; `null` for no answer yet. */
  readonly value?: string | null;
  readonly defaultValue?: string;
  readonly onValueChange?: (value: string) => void;
  /** Side by side where there is room, for two or three short answers. */
  readonly inline?: boolean;
}

/** One of a few answers. The first answer's control carries `id`, so that an error summary leads to it. */
export function RadioGroup(props: RadioGroupProps) {
  const { id, name, options, value, defaultValue, onValueChange, inline = false, ...rest } = props;
  const checkedProps = (option: string) =>
    value === undefined ? { defaultChecked: option === defaultValue } : { checked: option === value };

  return (
    <Fieldset {...rest} id={`${id}-group`}>
      <div className={inline ? "flex flex-wrap gap-x-8 gap-y-1" : "space-y-1"}>
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div key={option.value} className="flex items-start gap-3 py-1.5">
              <input
                {...checkedProps(option.value)}
                type="radio"
                id={optionId}
                name={name}
                value={option.value}
                disabled={option.disabled}
                aria-describedby={option.hint === undefined ? undefined : `${optionId}-hint`}
                onChange={() => onValueChange?.(option.value)}
                className="size-6 shrink-0 accent-accent"
              />
              <div>
                <label htmlFor={optionId} className="block w-fit">
                  {option.label}
                </label>
                {option.hint === undefined ? null : (
                  <div id={`${optionId}-hint`} className="max-w-prose text-sm text-muted">
                    {option.hint}
                  </div>
                )}
              </div>
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
