import ICAL from "ical.js";

/** What a calendar program gets from an address. */
export interface FetchedCalendar {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks for a calendar as a program of its own does: without cookies, and not from a browser. */
export async function fetchCalendar(address: string): Promise<FetchedCalendar> {
  const answer = await fetch(address);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  /** Names of all that it says. */
  readonly properties: readonly string[];
}

/** Reads a calendar with the parser of a calendar program; throws where that finds it broken. */
export function readCalendar(text: string): readonly CalendarEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      id: event.uid,
      title: event.summary,
      startsAt: event.startDate.toJSDate(),
      properties: component.getAllProperties().map(({ name }) => name),
    };
  });
}
