import { clsx } from "clsx";

/** Strokes on a 24 x 24 field. */
const strokes = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  warning: "M12 4L2.8 19.5h18.4L12 4zM12 10v4.5M12 17.2v.1",
  refusal: "M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3l4.8-4.8zM12 8v5M12 16.2v.1",
  note: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.8v.1",
  success: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12.3l2.8 2.8L16 9.6",
  lock: "M6 10.5h12v9.5H6zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3M12 14v2.5",
  unlock: "M6 10.5h12v9.5H6zM8.5 10.5V7a3.5 3.5 0 0 1 6.8-1.2M12 14v2.5",
  key: "M9 10.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12.3 11.8L20 4M16.5 7.5l3 3",
  mail: "M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  upload: "M12 16V5M7 9.5l5-5 5 5M5 20h14",
  copy: "M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9",
  back: "M19.5 12H5M11 6l-6 6 6 6",
  forward: "M4.5 12H19M13 6l6 6-6 6",
  down: "M6 9.5l6 6 6-6",
  up: "M6 15l6-6 6 6",
  sort: "M8 9l4-4.5L16 9M8 15l4 4.5 4-4.5",
  leave: "M18 13v6.5H4.5V6H11M14 4h6v6M20 4l-9 9",
  calendar: "M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5",
  person: "M12 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 12 4zM4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5l5 5",
  attachment: "M18.5 11.5L11 19a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7-7",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
} as const;

export type IconName = keyof typeof strokes;

interface IconProps {
  readonly name: IconName;
  /** Size and colour; 1.25em square in the colour of the text where not given. */
  readonly className?: string;
}

/** A picture beside a word, hidden from assistive technology: the word says it. */
export function Icon({ name, className = "size-[1.25em]" }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={clsx("inline-block shrink-0 fill-none stroke-current", className)}
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={strokes[name]} />
    </svg>
  );
}
