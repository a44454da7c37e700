"use client";

import { lazy, Suspense, type ReactNode } from "react";
import { DateTimeBounds } from "./date-time-bounds.tsx";
import { isShown } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { useMinuteClock } from "./minute-clock.ts";
import { SelectField } from "./select-field.tsx";
import { ShownWhenSeen } from "./shown-when-seen.tsx";
import { TextField } from "./text-field.tsx";
import { timeForPickedDay } from "./typed-instant.ts";
import { TypedReadingLine } from "./typed-reading.tsx";
import { dayText, parseTypedDay } from "./typed-time.ts";
import { useTypedInstant } from "./use-typed-instant.ts";
import { ZoneOptions } from "./zone-options.tsx";
import { showInZone } from "./zoned-time.ts";

export interface DateTimeFieldProps {
  /** The date control's id, so that an error summary leads to it; time and zone get `-time` and `-zone`. */
  readonly id: string;
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly optional?: boolean;
  /** Name of a hidden control that holds the value; without it the field is in no form submission. */
  readonly name?: string;
  /** ISO 8601 text in UTC, or "" for none. */
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** The server's clock when it made the page. */
  readonly now: Date | string;
  readonly earliestAt?: Date | string | undefined;
  readonly preferredUntil?: Date | string | undefined;
  readonly latestAt?: Date | string | undefined;
  /** 0 for Sunday to 6 for Saturday; `discouragedLabel` names these, and other days that no mark is for. */
  readonly discouragedWeekdays?: readonly number[];
  readonly discouragedLabel?: string;
}

const Calendar = lazy(async () => ({ default: (await import("./calendar.tsx")).Calendar }));
const fridayToSunday = [5, 6, 0];

/** An instant as a typed date, time and zone, with a calendar beside it for those who would rather pick. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { id, legend, hint, error, optional = false, name, value, onValueChange } = props;
  const { discouragedWeekdays = fridayToSunday } = props;
  const { discouragedLabel = props.discouragedWeekdays === undefined ? "Friday to Sunday" : "" } = props;
  const { typed, readerZone, reading, change } = useTypedInstant(value, onValueChange);
  const now = useMinuteClock(new Date(props.now));
  const bounds = {
    earliestAt: instantOrNull(props.earliestAt),
    preferredUntil: instantOrNull(props.preferredUntil),
    latestAt: instantOrNull(props.latestAt),
  };
  const dayIn = (at: Date | null) => (at === null ? null : showInZone(at, typed.zone));
  const marksWrong = isShown(error) ? { "aria-invalid": true } : {};

  return (
    <Fieldset id={`${id}-group`} legend={legend} hint={hint} error={error} optional={optional}>
      {name === undefined ? null : <input type="hidden" name={name} value={value} />}
      <div className="flex flex-wrap gap-x-10 gap-y-6">
        <div className="min-w-0 max-w-96 grow basis-72 space-y-4">
          <div className="flex flex-wrap gap-4">
            <div className="grow basis-40">
              <TextField
                {...marksWrong}
                id={id}
                label="Date"
                hint="Like 2026-12-06"
                value={typed.day}
                onChange={(event) => {
                  change({ day: event.target.value });
                }}
              />
            </div>
            <div className="basis-28">
              <TextField
                id={`${id}-time`}
                label="Time"
                hint="24 hours"
                value={typed.time}
                onChange={(event) => {
                  change({ time: event.target.value });
                }}
              />
            </div>
          </div>
          <SelectField
            id={`${id}-zone`}
            label="Zone"
            value={typed.zone}
            onChange={(event) => {
              change({ zone: event.target.value });
            }}
          >
            <ZoneOptions readerZone={readerZone} chosen={typed.zone} />
          </SelectField>
          <output htmlFor={`${id} ${id}-time ${id}-zone`} className="block min-h-[3lh] text-sm text-muted">
            <TypedReadingLine reading={reading} zone={typed.zone} now={now} />
          </output>
          <DateTimeBounds {...bounds} discouragedLabel={discouragedLabel} />
        </div>
        <ShownWhenSeen className="min-h-86 w-full max-w-80 basis-80 noscript:hidden">
          {readerZone === null ? null : (
            <Suspense>
              <Calendar
                name={legend}
                selected={parseTypedDay(typed.day)}
                today={showInZone(now, typed.zone)}
                earliest={dayIn(bounds.earliestAt)}
                preferredUntil={dayIn(bounds.preferredUntil)}
                latest={dayIn(bounds.latestAt)}
                discouragedWeekdays={discouragedWeekdays}
                onSelect={(day) => {
                  const time = typed.time === "" ? timeForPickedDay(day, typed.zone, bounds) : typed.time;
                  change({ day: dayText(day), time });
                }}
              />
            </Suspense>
          )}
        </ShownWhenSeen>
      </div>
    </Fieldset>
  );
}

function instantOrNull(at: Date | string | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}
