"use client";

import type { MouseEvent, ReactNode } from "react";

export interface JumpLinkProps {
  /** Id of a place on this page that can take the focus. */
  readonly to: string;
  readonly children: ReactNode;
}

/** Leads to another part of the page, and takes the focus there; the address stays as it is. */
export function JumpLink({ to, children }: JumpLinkProps) {
  return (
    <a href={`#${to}`} onClick={jump} className="link font-medium">
      {children}
    </a>
  );
}

function jump(event: MouseEvent<HTMLAnchorElement>) {
  const place = document.getElementById(event.currentTarget.hash.slice(1));
  if (place === null) return;
  event.preventDefault();
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}
