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
 * What a calendar without entries holds, since RFC 5545 wants at least one component in each (section 3.4): a definition
 * of UTC, which every instant here is in anyway. No program shows it, whereas an event or a task would stand in the
 * person's calendar and say that something is owed.
 */
const nothingShown = [
  "BEGIN:VTIMEZONE",
  "TZID:Etc/UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

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
  const lines = calendar.toString().split("\r\n");
  const [end] = lines.splice(-1, 1, ...(entries.length === 0 ? nothingShown : []));
  return [...lines, end, ""].join("\r\n"); // the package leaves the last line without its end
}

/**
 * One line that no program takes for more: no breaks or controls, and no beginning that a spreadsheet would compute, some
 * also where it is written in full width.
 */
function inertText(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return /^[=+\-@]/.test(line.normalize("NFKC")) ? `'${line}` : line;
}
