"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { DateTimeField } from "#components/ui/date-time-field.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";

export interface HappenedFieldProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** ISO 8601 text, or "" for none yet. */
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** The server's clock when the page was made. */
  readonly now: Date;
}

/** When something happened: any instant up to now. */
export function HappenedField({ now, ...field }: HappenedFieldProps) {
  const current = useMinuteClock(now);
  return (
    <div className="space-y-3">
      <DateTimeField {...field} now={now} latestAt={current} discouragedWeekdays={[]} />
      <Button
        size="small"
        icon="clock"
        onClick={() => {
          field.onValueChange(wholeMinute(new Date()).toISOString());
        }}
      >
        It happened just now
      </Button>
    </div>
  );
}

function wholeMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}
