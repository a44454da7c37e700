"use client";

import { useState, type ReactNode } from "react";
import { Icon } from "./icon.tsx";

export interface FoldProps {
  readonly id: string;
  readonly title: ReactNode;
  /** What is in it, in a few words: how many, how far. */
  readonly note: ReactNode;
  /** Whether it stands open at first. What somebody has folded or unfolded since stays as it is. */
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A part of a page that stands for itself, and takes one line while nobody wants more of it. */
export function Fold({ id, title, note, isOpen = false, onToggle, children }: FoldProps) {
  const [isOpenAtFirst] = useState(isOpen);
  return (
    <section id={id} tabIndex={-1} className="scroll-mt-4 rounded-lg border border-line bg-surface outline-none">
      <details
        open={isOpenAtFirst}
        onToggle={
          onToggle &&
          ((event) => {
            onToggle(event.currentTarget.open);
          })
        }
        className="group/fold"
      >
        <summary className="flex min-h-13 list-none flex-wrap items-center gap-x-3 rounded-lg px-5 py-2.5 hover:bg-sunken sm:px-6">
          <Icon
            name="down"
            className="size-5 -rotate-90 text-muted transition-transform group-open/fold:rotate-0 motion-reduce:transition-none"
          />
          {/* Side by side with what else is in the line: a heading may stand in a summary, but in no span. */}
          <h2 className="grow text-lg">{title}</h2>
          <span className="text-sm text-muted">{note}</span>
        </summary>
        <div className="px-5 pt-2 pb-5 sm:px-6 sm:pb-6">{children}</div>
      </details>
    </section>
  );
}
