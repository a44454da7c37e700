import type { ComponentType, ReactNode } from "react";

/** What links within the portal: the router's link component, or a plain `a` where none is given. */
export type Anchor =
  | "a"
  | ComponentType<{
      readonly href: string;
      readonly className?: string | undefined;
      readonly rel?: string | undefined;
      readonly children?: ReactNode;
    }>;
