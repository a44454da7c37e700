import { distanceText } from "./distance-text.ts";
import { localInstantText, utcInstantText } from "./instant-text.ts";
import type { TypedReading } from "./typed-instant.ts";

interface TypedReadingLineProps {
  readonly reading: TypedReading;
  readonly zone: string;
  readonly now: Date;
}

/** Says which instant was typed, or what about the text cannot be read. */
export function TypedReadingLine({ reading, zone, now }: TypedReadingLineProps) {
  switch (reading.kind) {
    case "empty":
      return "The instant in UTC appears here.";
    case "day-unreadable":
      return "That is no day yet. Write it like 2026-12-06 or 6 December 2026.";
    case "time-unreadable":
      return "That is no time yet. Write it like 14:30.";
    case "zone-unknown":
      return "This browser does not know that zone. Choose UTC.";
    case "instant":
      return <ReadInstant at={reading.at} now={now} />;
    case "gap":
      return `Clocks in ${zone} jump over that time. The time after the jump is ${localInstantText(reading.shiftedAt, zone)}.`;
    case "overlap":
      return (
        <>
          <ReadInstant at={reading.earlierAt} now={now} /> Clocks in {zone} show that time twice; this is the first. For
          the second, choose UTC and type {utcInstantText(reading.laterAt).slice(4, 20)}.
        </>
      );
  }
}

function ReadInstant({ at, now }: { readonly at: Date; readonly now: Date }) {
  return (
    <>
      <strong className="font-semibold text-ink">{utcInstantText(at, "second")}</strong>, {distanceText(now, at)}.
    </>
  );
}
