import { ICalCalendar, ICalEventClass, ICalEventTransparency } from "ical-generator";
import { neutralTitle } from "#lib/schema/neutral-title.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";

/** Something that is owed, as a calendar shows it. */
export interface CalendarEntry extends Pick<ShownObligation, "id" | "kind" | "dueAt"> {
  readonly handle: string;
  /** How often it has changed since it is owed, and when it last did. */
  readonly revision: number;
  readonly changedAt: Date;
}

/** How often calendar programs are asked to look again, in seconds. */
const refreshSeconds = 3_600;

/**
 * An iCalendar (RFC 5545, with the refresh interval and name of RFC 7986) of what is owed: each at its instant in UTC,
 * under a neutral title and nothing else. The same entries make the same bytes; what is closed is simply not in it any
 * more.
 */
export function writeCalendar(entries: readonly CalendarEntry[]): string {
  const calendar = new ICalCalendar({
    prodId: { company: "Fortnight", product: "Deadlines", language: "EN" },
    name: "Fortnight deadlines",
    ttl: refreshSeconds,
    // An instant takes no time, so it is nobody's meeting; and whom it concerns see it alone.
    events: entries.map((entry) => ({
      id: entry.id,
      summary: inertText(neutralTitle(entry)),
      start: entry.dueAt,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      sequence: entry.revision,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  });
  return `${calendar.toString()}\r\n`; // the package leaves the last line without its end
}

/** One line that no program takes for more: no breaks or controls, and no beginning that a spreadsheet would compute. */
function inertText(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
