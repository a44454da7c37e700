"use client";

import { clsx } from "clsx";
import type { ComponentProps, MouseEvent } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** Something is under way: the button keeps its focus, turns and takes no second press. */
  readonly pending?: boolean;
  readonly icon?: IconName;
}

export function Button(props: ButtonProps) {
  const { variant, size, pending = false, icon, type = "button", className, onClick, children, ...rest } = props;

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      className={clsx(buttonClass({ variant, size }), className)}
      onClick={press}
    >
      {pending ? <Spinner /> : icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
