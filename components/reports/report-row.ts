import type { ReportLine } from "#lib/schema/reports-response.ts";
import type { Card } from "#lib/mime/card.ts";
import { isOverdue } from "./owed-words.ts";

/** What this browser knows of a report's card. */
export type RowCard =
  /** Nothing at hand opens it yet. */
  | { readonly state: "sealed" }
  /** The report came without one, and nobody who read it has added one. */
  | { readonly state: "absent" }
  /** It does not open, or what is in it is no card. */
  | { readonly state: "failed" }
  /** It opens with another session key than its author told the portal of. */
  | { readonly state: "differs" }
  | { readonly state: "opened"; readonly card: Card };

/** A report as the table sorts, filters, searches and shows it. */
export interface ReportRow extends ReportLine {
  readonly rowCard: RowCard;
  readonly isOverdue: boolean;
  /** Handle, title, software and CVE ids, made alike by {@link foldText}. */
  readonly searchText: string;
}

const sealed: RowCard = { state: "sealed" };

/** One row for each line, with its card where one is known by now. */
export function reportRows(
  lines: readonly ReportLine[],
  cards: ReadonlyMap<string, RowCard>,
  now: Date,
): readonly ReportRow[] {
  return lines.map((line) => {
    const rowCard = cards.get(line.id) ?? sealed;
    return {
      ...line,
      rowCard,
      isOverdue: line.owed !== null && isOverdue(line.owed, now),
      searchText: searchTextOf(line, rowCard),
    };
  });
}

/** The card's title, or null where it is not open. */
export function titleOf({ rowCard }: ReportRow): string | null {
  return rowCard.state === "opened" ? rowCard.card.title : null;
}

/** The card's software, or null where it is not open. */
export function softwareOf({ rowCard }: ReportRow): string | null {
  return rowCard.state === "opened" ? rowCard.card.software : null;
}

/** Text made alike for a search: without upper case, compatibility forms or marks above letters. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

function searchTextOf({ handle }: ReportLine, rowCard: RowCard): string {
  if (rowCard.state !== "opened") return foldText(handle);
  const { title, software, cveIds } = rowCard.card;
  return foldText([handle, title, software, ...cveIds].join("\n"));
}
