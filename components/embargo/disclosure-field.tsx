"use client";

import type { ReactNode } from "react";
import { DateTimeField } from "#components/ui/date-time-field.tsx";
import type { Policy } from "#lib/policy/policy.ts";
import { avoidedDays } from "./avoided-days.ts";

export interface DisclosureFieldProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** ISO 8601 text in UTC, or "" for none. */
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly policy: Policy;
  readonly preferredUntil: Date | null;
  readonly latestAt: Date | null;
  readonly now: Date;
}

/** When something is to become public, within what its policy allows and with what it advises against. */
export function DisclosureField({ policy, preferredUntil, latestAt, now, ...field }: DisclosureFieldProps) {
  const avoided = avoidedDays(policy);
  return (
    <DateTimeField
      {...field}
      now={now}
      earliestAt={now}
      preferredUntil={preferredUntil ?? undefined}
      latestAt={latestAt ?? undefined}
      discouragedWeekdays={avoided.numbers}
      discouragedLabel={avoided.label}
    />
  );
}
