import { clsx } from "clsx";
import type { EmbargoScale, ScaleMarkKind } from "./embargo-scale.ts";

/** The line itself. All that it shows stands in the list below it as well, so nothing of it is read out. */
export function ScaleLine({ scale }: { readonly scale: EmbargoScale }) {
  const { marks, elapsedPercent, preferredPercent, latestPercent } = scale;
  const allowed = latestPercent ?? 100;
  return (
    <div className="px-2" aria-hidden="true">
      <svg width="100%" height="40" className="block overflow-visible" focusable="false">
        <rect x="0" y="16" width={`${String(allowed)}%`} height="8" className="fill-sunken stroke-line-strong" />
        {allowed < 100 ? (
          <line
            x1={`${String(allowed)}%`}
            x2="100%"
            y1="20"
            y2="20"
            strokeDasharray="2 4"
            className="stroke-line-strong stroke-2"
          />
        ) : null}
        {preferredPercent === null ? null : (
          <rect
            x="0"
            y="16"
            width={`${String(preferredPercent)}%`}
            height="8"
            className="fill-accent-soft stroke-accent"
          />
        )}
        <rect x="0" y="18" width={`${String(elapsedPercent)}%`} height="4" className="fill-accent" />
        {marks.map(({ kind, at, label, percent }) => (
          <svg key={`${label} ${at.toISOString()}`} x={`${String(percent)}%`} y="20" overflow="visible">
            <ScaleGlyph kind={kind} />
          </svg>
        ))}
      </svg>
    </div>
  );
}

/** The same mark for the list. */
export function ScaleKey({ kind }: { readonly kind: ScaleMarkKind }) {
  return (
    <svg viewBox="-12 -20 24 40" aria-hidden="true" focusable="false" className="h-6 w-4 shrink-0">
      <ScaleGlyph kind={kind} />
    </svg>
  );
}

/** Shapes, so that no mark is told by its colour alone; around the middle of the line. */
function ScaleGlyph({ kind }: { readonly kind: ScaleMarkKind }) {
  switch (kind) {
    case "start":
      return <path d="M0 -10V10" className="stroke-line-strong stroke-2" />;
    case "preferred":
      return <path d="M-5 -9H0V9H-5" className="fill-none stroke-accent stroke-2" />;
    case "agreed":
      return <path d="M0 -4L-7 -17H7Z" className="fill-accent stroke-accent" />;
    case "proposed":
      return <path d="M0 4L7 11L0 18L-7 11Z" className="fill-surface stroke-accent stroke-2" />;
    case "latest":
      return <path d="M0 -16V16" strokeDasharray="4 3" className="stroke-refusal stroke-[2.5]" />;
    case "now":
    case "ended":
      return (
        <>
          <path d="M0 -12V12" className="stroke-ink stroke-2" />
          <circle r="4" className={clsx("stroke-ink stroke-2", kind === "now" ? "fill-ink" : "fill-surface")} />
        </>
      );
  }
}
