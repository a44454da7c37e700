"use client";

import { useState } from "react";
import { DayPicker, type ClassNames } from "react-day-picker";
import { dayText } from "./typed-time.ts";
import type { CalendarDay } from "./zoned-time.ts";

export interface CalendarProps {
  /** What the day is for: a form may hold several calendars. */
  readonly name: string;
  readonly selected: CalendarDay | null;
  readonly onSelect: (day: CalendarDay) => void;
  readonly today: CalendarDay;
  readonly earliest: CalendarDay | null;
  readonly preferredUntil: CalendarDay | null;
  readonly latest: CalendarDay | null;
  /** 0 for Sunday to 6 for Saturday. */
  readonly discouragedWeekdays: readonly number[];
}

const classNames: Partial<ClassNames> = {
  root: "w-full max-w-80",
  months: "relative",
  month_caption: "flex h-9 items-center px-2 font-semibold",
  nav: "absolute top-0 right-0 flex gap-1",
  button_previous:
    "inline-flex size-9 items-center justify-center rounded-sm hover:bg-sunken aria-disabled:opacity-30 aria-disabled:cursor-default",
  button_next:
    "inline-flex size-9 items-center justify-center rounded-sm hover:bg-sunken aria-disabled:opacity-30 aria-disabled:cursor-default",
  chevron: "size-4 fill-current",
  month_grid: "mt-1 w-full table-fixed border-separate border-spacing-y-0.5",
  weekday: "h-8 text-sm font-normal text-muted",
  day: "p-0 text-center",
  day_button:
    "inline-flex h-9 w-full items-center justify-center border-2 border-transparent tabular-nums forced-colors:border-[Canvas] enabled:hover:border-accent disabled:cursor-not-allowed",
  today: "font-semibold underline underline-offset-4",
  disabled: "text-muted opacity-60",
  outside: "invisible",
};

const modifiersClassNames = {
  preferred: "bg-accent-soft",
  discouraged: "italic text-muted",
  latest: "*:border-dashed *:border-line-strong",
  selected: "rounded-sm bg-accent! text-on-accent! not-italic!",
};

/** One month of days, with those that are preferred, discouraged and out of bounds marked and named. */
export function Calendar(props: CalendarProps) {
  const { name, selected, onSelect, today, earliest, preferredUntil, latest, discouragedWeekdays } = props;
  const isOfPast = latest !== null && dayText(latest) <= dayText(today);
  const start = earliest ?? (isOfPast ? null : today);
  const [month, setMonth] = useState(() => asDate(selected ?? start ?? today));
  const [followed, setFollowed] = useState(selected);
  if (selected !== null && (followed === null || dayText(selected) !== dayText(followed))) {
    setFollowed(selected);
    setMonth(asDate(selected));
  }

  return (
    <DayPicker
      mode="single"
      required
      weekStartsOn={1}
      selected={selected === null ? undefined : asDate(selected)}
      onSelect={(date) => {
        onSelect(asDay(date));
      }}
      month={month}
      onMonthChange={setMonth}
      today={asDate(today)}
      {...(start === null ? {} : { startMonth: asDate(start) })}
      {...(latest === null ? {} : { endMonth: asDate(latest) })}
      disabled={[
        ...(start === null ? [] : [{ before: asDate(start) }]),
        ...(latest === null ? [] : [{ after: asDate(latest) }]),
      ]}
      modifiers={{
        preferred: preferredUntil === null || start === null ? [] : { from: asDate(start), to: asDate(preferredUntil) },
        discouraged: { dayOfWeek: [...discouragedWeekdays] },
        latest: latest === null ? [] : asDate(latest),
      }}
      classNames={classNames}
      modifiersClassNames={modifiersClassNames}
      labels={{ labelDayButton: dayLabel, labelNav: () => `Months: ${name}` }}
    />
  );
}

function dayLabel(date: Date, modifiers: Readonly<Record<string, boolean>>): string {
  const spoken = date.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const marks = [
    modifiers["today"] === true && "today",
    modifiers["selected"] === true && "chosen",
    modifiers["preferred"] === true && modifiers["disabled"] !== true && "preferred",
    modifiers["discouraged"] === true && "advised against",
    modifiers["latest"] === true && "latest possible day",
  ];
  return [spoken, ...marks.filter((mark) => mark !== false)].join(", ");
}

/** Noon of that day on the browser's own clock, which is how the calendar tells days apart. */
function asDate({ year, month, day }: CalendarDay): Date {
  return new Date(year, month - 1, day, 12);
}

function asDay(date: Date): CalendarDay {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}
