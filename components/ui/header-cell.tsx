import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** A header of a column, or with `scope="row"` of a row. */
export function HeaderCell({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return (
    <th
      {...rest}
      scope={scope}
      className={clsx("py-2.5 pr-5 font-medium last:pr-0", scope === "col" && "align-bottom", className)}
    />
  );
}
