import type { ReportId } from "#lib/base/id.ts";
import type { Card } from "#lib/mime/card.ts";
import type { ReportLine } from "#lib/schema/reports-response.ts";
import { reportRows, type ReportRow, type RowCard } from "./report-row.ts";

export const now = new Date("2026-03-10T12:00:00Z");

export const emptyCard: Card = { title: "t", software: "s", versions: "", severityVector: null, cveIds: [] };

export function line(fields: Partial<ReportLine> & { readonly handle: string }): ReportLine {
  return {
    id: fields.handle as ReportId,
    listName: "distros",
    receivedAt: new Date("2026-03-02T09:00:00Z"),
    acknowledgedAt: null,
    acknowledgedBy: null,
    embargoState: "active",
    disclosureAt: null,
    owed: null,
    unreadCount: 0,
    ...fields,
  };
}

export function row(
  fields: Partial<ReportLine> & { readonly handle: string },
  card: Partial<Card> | null = null,
): ReportRow {
  const rowCard: RowCard = card === null ? { state: "sealed" } : { state: "opened", card: { ...emptyCard, ...card } };
  const [made] = reportRows([line(fields)], new Map([[fields.handle, rowCard]]), now);
  if (made === undefined) throw new Error("no row for one line");
  return made;
}
