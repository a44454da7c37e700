"use client";

import { useMemo } from "react";
import { reportPageSchema, type ReportPageWire } from "#lib/schema/report-page.ts";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { ReportDetail } from "./report-detail.tsx";

export interface ReportViewProps {
  readonly wire: ReportPageWire;
  /** Scheme, host and port of this portal, for commands. */
  readonly origin: string;
}

/** A report as the page was given it. What was opened is forgotten when all is locked: the `key` is another then. */
export function ReportView({ wire, origin }: ReportViewProps) {
  const page = useMemo(() => reportPageSchema.parse(wire), [wire]);
  const { lockedCount } = useMemberKey();
  return <ReportDetail key={lockedCount} page={page} origin={origin} />;
}
