"use client";

import { localInstantText, utcInstantText, type InstantPrecision } from "./instant-text.ts";
import { useReaderZone } from "./reader-zone.ts";

export interface InstantProps {
  /** A `Date`, or ISO 8601 text. */
  readonly at: Date | string;
  readonly precision?: InstantPrecision;
  /** The reader's own time below instead of beside: for table cells. */
  readonly stacked?: boolean;
}

/** An instant in UTC, and beside it, once the page has come alive, in the reader's zone where that is another. */
export function Instant({ at, precision = "minute", stacked = false }: InstantProps) {
  const zone = useReaderZone();
  const instant = new Date(at);
  const utc = utcInstantText(instant, precision);
  const local = zone === null || zone === "UTC" ? "" : localInstantText(instant, zone, precision);

  return (
    <time dateTime={instant.toISOString()} title={zone ?? undefined}>
      <span className="whitespace-nowrap">{utc}</span>
      {stacked ? (
        <span className="block min-h-lh text-sm whitespace-nowrap text-muted">{local}</span>
      ) : local === "" ? null : (
        <>
          {" "}
          <span className="whitespace-nowrap text-muted">({local})</span>
        </>
      )}
    </time>
  );
}
