import { clsx } from "clsx";
import { CopyButton } from "./copy-button.tsx";

export interface CodeBlockProps {
  readonly text: string;
  /** What it is, said to assistive technology and shown above it. */
  readonly label: string;
  /** Where it may be long: how high it grows before it scrolls. Where not given, it is shown whole. */
  readonly room?: keyof typeof maximumHeights;
}

const maximumHeights = { "half the screen": "max-h-[50vh]", "a few lines": "max-h-36" };

/** Text for a terminal or a file; wraps rather than scrolls sideways, and can be copied whole. */
export function CodeBlock({ text, label, room }: CodeBlockProps) {
  return (
    <figure className="rounded-md border border-line bg-sunken">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-1.5 pr-1.5 pl-4 text-sm text-muted">
        {label}
        <CopyButton text={text} variant="quiet" what={label} />
      </figcaption>
      <pre
        {...(room === undefined ? {} : { role: "region", "aria-label": label, tabIndex: 0 })}
        className={clsx(
          "px-4 py-3 font-mono text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap",
          room !== undefined && ["overflow-y-auto", maximumHeights[room]],
        )}
      >
        <code>{text}</code>
      </pre>
    </figure>
  );
}
