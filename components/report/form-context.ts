"use client";

import { createContext, useContext } from "react";
import type { Finding } from "#lib/policy/finding.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { Draft, DraftField } from "./draft.ts";

/** A list that a report may go to, as much as the form says of it. */
export interface ReportableList {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly policyVersion: string;
  readonly organisations: number;
  readonly readers: number;
}

/** What every question of the form needs. */
export interface ReportFormValue {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** What the policy says of a field, as far as it is time to say it. */
  readonly findingsOf: (field: DraftField) => readonly Finding[];
  /** What is wrong with a field, as far as it is time to say it. */
  readonly errorOf: (field: DraftField) => string | undefined;
  readonly lists: readonly ReportableList[];
  readonly policy: Policy;
  /** The server's clock, to the minute. */
  readonly now: Date;
}

export const ReportFormContext = createContext<ReportFormValue | null>(null);

export function useReportForm(): ReportFormValue {
  const value = useContext(ReportFormContext);
  if (value === null) throw new Error("a question outside of the report form");
  return value;
}
