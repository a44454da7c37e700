"use client";

import type { MouseEvent, ReactNode } from "react";
import { jumpTo } from "./jump.ts";

export interface JumpLinkProps {
  /** Id of a place on this page that can take the focus. */
  readonly to: string;
  readonly className?: string;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

/** Leads to another part of the page, unfolds it, and takes the focus there; the address stays as it is. */
export function JumpLink({ to, className = "link font-medium", shortcut, children }: JumpLinkProps) {
  return (
    <a href={`#${to}`} onClick={jump} aria-keyshortcuts={shortcut} className={className}>
      {children}
    </a>
  );
}

function jump(event: MouseEvent<HTMLAnchorElement>) {
  if (jumpTo(event.currentTarget.hash.slice(1))) event.preventDefault();
}
