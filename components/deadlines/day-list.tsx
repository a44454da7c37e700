"use client";

import { useReaderZone } from "#components/ui/reader-zone.ts";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";
import { dayGroups } from "./day-groups.ts";
import { DeadlineRow } from "./deadline-row.tsx";
import { longDayText } from "./month-days.ts";
import type { DutyHolders } from "./with-whom.ts";

export interface DayListProps {
  readonly deadlines: readonly ShownDeadline[];
  readonly dutyHolders: DutyHolders;
  readonly now: Date;
  readonly onDone: (text: string) => void;
}

/** Deadlines by the days of the reader's own zone; by those of UTC until the page has come alive. */
export function DayList({ deadlines, dutyHolders, now, onDone }: DayListProps) {
  const zone = useReaderZone() ?? "UTC";
  return (
    <div className="space-y-6">
      {dayGroups(deadlines, zone).map(({ key, day, due }) => (
        <div key={key}>
          <h3 className="border-b border-line-strong pb-1.5 text-lg">{longDayText(day)}</h3>
          <ul className="divide-y divide-line">
            {due.map((deadline) => (
              <DeadlineRow key={deadline.id} deadline={deadline} dutyHolders={dutyHolders} now={now} onDone={onDone} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
