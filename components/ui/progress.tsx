export interface ProgressProps {
  readonly id: string;
  readonly label: string;
  /** Done so far, of `max`; absent where nobody knows how long it takes. */
  readonly value?: number;
  readonly max?: number;
  /** The same in words, `12.0 of 25.0 MiB`, say. */
  readonly text?: string;
}

/** How far something has come. */
export function Progress({ id, label, value, max = 1, text }: ProgressProps) {
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {text === undefined ? null : <span className="text-muted tabular-nums">{text}</span>}
      </div>
      <progress id={id} className="meter" value={value} max={max}>
        {text}
      </progress>
    </div>
  );
}
