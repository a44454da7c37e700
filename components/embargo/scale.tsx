"use client";

import { Instant } from "#components/ui/instant.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { embargoScale } from "./embargo-scale.ts";
import { ScaleKey, ScaleLine } from "./scale-line.tsx";

export interface ScaleProps {
  readonly issue: ShownIssue;
  /** The server's clock when the page was made. */
  readonly now: Date;
}

/** How much of its time an embargo has used, as a line and in words. */
export function Scale({ issue, now }: ScaleProps) {
  const current = useMinuteClock(now);
  const scale = embargoScale(issue, current);
  if (scale === null) return null;
  return (
    <figure>
      <figcaption className="text-sm font-medium text-balance">{scale.usedText}</figcaption>
      <ScaleLine scale={scale} />
      <ol className="mt-1 space-y-0.5 text-sm">
        {scale.marks.map(({ kind, at, label }) => (
          <li key={`${label} ${at.toISOString()}`} className="flex items-start gap-2">
            <ScaleKey kind={kind} />
            <span className="min-w-0">
              <span className="font-medium">{label}</span>{" "}
              <span className="text-muted">
                <Instant at={at} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
