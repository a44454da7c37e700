import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly id?: string;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** More for those who want it; works without script and is found by the browser's own search. */
export function Disclosure({ summary, open = false, id, onToggle, children }: DisclosureProps) {
  return (
    <details
      id={id}
      open={open}
      onToggle={
        onToggle &&
        ((event) => {
          onToggle(event.currentTarget.open);
        })
      }
      className="group"
    >
      <summary className="flex min-h-8 w-fit list-none items-center gap-1.5 rounded-sm font-medium text-accent hover:text-accent-strong">
        <Icon name="down" className="size-4 -rotate-90 transition-transform group-open:rotate-0" />
        <span className="underline underline-offset-4">{summary}</span>
      </summary>
      <div className="mt-2 ml-1.75 border-l border-line pl-4">{children}</div>
    </details>
  );
}
