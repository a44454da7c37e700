import { clsx } from "clsx";

export interface EmbargoDaysProps {
  readonly maximumDays: number;
  readonly preferredDays: number;
  /** Days after the posting within which an exploit is posted. */
  readonly exploitDays: number;
}

/** The days of an embargo in a row: those that are preferred, those that are allowed, and those for an exploit. */
export function EmbargoDays({ maximumDays, preferredDays, exploitDays }: EmbargoDaysProps) {
  const spans = [
    {
      days: preferredDays,
      look: "bg-accent border-accent",
      text: `Under ${String(preferredDays)} days`,
      rest: "preferred",
    },
    {
      days: maximumDays - preferredDays,
      look: "bg-accent/35 border-accent",
      text: `${String(maximumDays)} days, to the second`,
      rest: "the longest embargo",
    },
    {
      days: exploitDays,
      look: "border-dashed border-line-strong",
      text: `${String(exploitDays)} days more`,
      rest: "for exploit code",
    },
  ];

  return (
    <figure>
      <div aria-hidden="true" className="flex gap-0.5 sm:gap-1">
        {spans.flatMap(({ days, look, text }) =>
          Array.from({ length: days }, (_, day) => (
            <span
              key={`${text} ${String(day)}`}
              className={clsx(
                "h-9 grow rounded-[2px] border sm:h-12",
                look,
                day === 0 && "not-first:ml-1 sm:not-first:ml-1.5",
              )}
            />
          )),
        )}
      </div>
      <figcaption className="mt-3">
        <ol className="flex gap-3 text-sm leading-snug">
          {spans.map(({ text, rest }) => (
            <li key={text} className="min-w-0 flex-1">
              <span className="block font-medium">{text}</span>
              <span className="text-muted">{rest}</span>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}
