import { CopyButton } from "./copy-button.tsx";

export interface CodeBlockProps {
  readonly text: string;
  /** What it is, said to assistive technology and shown above it. */
  readonly label: string;
  /** No higher than half the screen, then it scrolls. */
  readonly tall?: boolean;
}

/** Text for a terminal or a file; wraps rather than scrolls sideways, and can be copied whole. */
export function CodeBlock({ text, label, tall = false }: CodeBlockProps) {
  return (
    <figure className="rounded-md border border-line bg-sunken">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-1.5 pr-1.5 pl-4 text-sm text-muted">
        {label}
        <CopyButton text={text} variant="quiet" what={label} />
      </figcaption>
      <pre
        {...(tall ? { role: "region", "aria-label": label, tabIndex: 0 } : {})}
        className={`px-4 py-3 font-mono text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap ${tall ? "max-h-[50vh] overflow-y-auto" : ""}`}
      >
        <code>{text}</code>
      </pre>
    </figure>
  );
}
