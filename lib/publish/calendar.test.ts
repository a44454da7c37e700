import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ObligationId } from "#lib/base/id.ts";
import { writeCalendar, type CalendarEntry } from "./calendar.ts";

const disclosure: CalendarEntry = {
  id: "7b0d6f1e-1111-4222-8333-444455556666" as ObligationId,
  kind: "DISCLOSE",
  handle: "FN-2026-0042",
  dueAt: new Date("2026-12-06T09:12:31.900Z"),
  revision: 3,
  changedAt: new Date("2026-11-20T08:00:00Z"),
};

function parsed(entries: readonly CalendarEntry[]) {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar(entries)) as unknown[]);
  return { calendar, events: calendar.getAllSubcomponents("vevent") };
}

/** All that an event says, by the names of RFC 5545. */
function propertiesOf(event: ICAL.Component): Record<string, string> {
  return Object.fromEntries(
    event.getAllProperties().map((each) => [each.name, each.getFirstValue()?.toString() ?? ""]),
  );
}

/** As strictly as RFC 5545 reads it, without a library: only CRLF ends a line, and only a blank after it goes on with one. */
function linesOf(entries: readonly CalendarEntry[]): readonly string[] {
  return writeCalendar(entries).replaceAll("\r\n ", "").split("\r\n");
}

function nameOf(line: string): string {
  return /^[^:;]*/.exec(line)?.[0] ?? "";
}

describe("a calendar", () => {
  test("says of what is owed its neutral title, its instant in UTC, and nothing else", () => {
    const [event] = parsed([disclosure]).events;
    if (event === undefined) throw new Error("no event");
    expect(propertiesOf(event)).toEqual({
      uid: disclosure.id,
      sequence: "3",
      dtstamp: "2026-11-20T08:00:00Z",
      "last-modified": "2026-11-20T08:00:00Z",
      dtstart: "2026-12-06T09:12:31Z",
      summary: "FN-2026-0042: disclosure",
      transp: "TRANSPARENT",
      class: "PRIVATE",
    });
    expect(new ICAL.Event(event).startDate.toJSDate()).toEqual(new Date("2026-12-06T09:12:31Z"));
  });

  test("asks to be looked at again each hour (RFC 7986)", () => {
    const { calendar } = parsed([disclosure]);
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("name")).toBe("Fortnight deadlines");
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
    expect(calendar.getFirstProperty("refresh-interval")?.type).toBe("duration");
  });

  test("of the same entries is the same to the byte, and of none is one all the same", () => {
    expect(writeCalendar([disclosure])).toBe(writeCalendar([{ ...disclosure }]));
    expect(writeCalendar([])).toBe(writeCalendar([]));
    expect(parsed([]).events).toEqual([]);
  });

  test("of nothing has one component all the same (RFC 5545, section 3.4), which no program shows", () => {
    const names = (entries: readonly CalendarEntry[]) =>
      parsed(entries)
        .calendar.getAllSubcomponents()
        .map(({ name }) => name);
    expect(names([])).toEqual(["vtimezone"]);
    expect(names([disclosure])).toEqual(["vevent"]);
    const [zone] = parsed([]).calendar.getAllSubcomponents("vtimezone");
    const noon = ICAL.Time.fromDateTimeString("2026-12-06T12:00:00");
    expect(new ICAL.Timezone({ component: zone, tzid: "Etc/UTC" }).utcOffset(noon)).toBe(0);
  });

  test.each([
    { what: "a formula", handle: "=cmd|'/c calc'!A1", summary: "'=cmd|'/c calc'!A1: disclosure" },
    { what: "another formula", handle: "@SUM(A1)", summary: "'@SUM(A1): disclosure" },
    { what: "a formula after a tab", handle: "\t=1+1", summary: "'=1+1: disclosure" },
    { what: "a formula after a line break", handle: "\r\n-1+1", summary: "'-1+1: disclosure" },
    { what: "a formula in full width", handle: "＝１＋１", summary: "'＝１＋１: disclosure" },
    { what: "another in full width", handle: "＠SUM(A1)", summary: "'＠SUM(A1): disclosure" },
    { what: "a small minus", handle: "﹣1", summary: "'﹣1: disclosure" },
    {
      what: "a line break",
      handle: "FN\r\nEND:VEVENT\r\nBEGIN:VALARM",
      summary: "FN END:VEVENT BEGIN:VALARM: disclosure",
    },
    { what: "a separator of lines", handle: "FN\u2028X", summary: "FN X: disclosure" },
    { what: "text turned round", handle: "FN\u202e0042", summary: "FN 0042: disclosure" },
    { what: "what the format itself uses", handle: "a;b,c\\n", summary: "a;b,c\\n: disclosure" },
  ])("takes $what for plain text", ({ handle, summary }) => {
    const { calendar, events } = parsed([{ ...disclosure, handle }]);
    expect(events.map((event) => propertiesOf(event)["summary"])).toEqual([summary]);
    expect(events[0]?.getAllSubcomponents()).toEqual([]);
    expect(calendar.getAllSubcomponents()).toHaveLength(1);
  });

  test.each([
    ..."\r\n|\n|\r|\u0085|\u2028|\u2029|\u000b|\u000c|\\n|\\N|=0D=0A|%0D%0A".split("|"),
    ..." \r\n\t|\r\n\r\n|\u0000\r\n".split("|"),
  ])("has no line more where a title has %j and a component or a property behind it", (lineEnd) => {
    const honest = linesOf([disclosure]);
    for (const more of [
      "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:1",
      "END:VCALENDAR",
      "BEGIN:VALARM",
      "ATTACH:file:///etc/passwd",
      "URL:javascript:alert(1)",
      "ORGANIZER:mailto:x@evil.example",
      ';ALTREP="http://evil.example":x',
    ]) {
      const hostile = linesOf([{ ...disclosure, handle: `FN${lineEnd}${more}${lineEnd}` }]);
      expect(hostile.map(nameOf), more).toEqual(honest.map(nameOf));
      const changed = hostile.filter((line, at) => line !== honest[at]);
      expect(changed.map(nameOf), more).toEqual(["SUMMARY"]);
    }
  });

  test("folds lines at 75 octets and ends each with CRLF, whatever stands in it (RFC 5545, section 3.1)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.date({ noInvalidDate: true }), (handle, at) => {
        const dueAt = new Date(Math.min(Math.max(at.getTime(), 0), Date.UTC(9000, 1)));
        const text = writeCalendar([{ ...disclosure, handle, dueAt }, disclosure]);
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(parsed([{ ...disclosure, handle, dueAt }, disclosure]).events).toHaveLength(2);
      }),
      { numRuns: 200 },
    );
  });
});
