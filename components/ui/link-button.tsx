import { clsx } from "clsx";
import type { ComponentPropsWithoutRef } from "react";
import type { Anchor } from "./anchor.ts";
import { buttonClass, type ButtonLook } from "./button-class.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface LinkButtonProps extends ComponentPropsWithoutRef<"a">, ButtonLook {
  readonly href: string;
  readonly icon?: IconName;
  /** The router's link component, for places within the portal; a plain `a` where not given. */
  readonly as?: Anchor;
}

/** A link with the weight of a button: it goes somewhere, a button does something. */
export function LinkButton({ as: Link = "a", variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={clsx(buttonClass({ variant, size }), className)}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </Link>
  );
}
