/** Fourteen days in two weeks, the last one lit: the portal's sign, and its name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 27 24" aria-hidden="true" focusable="false" className="h-6 w-auto shrink-0">
        {[0, 1, 2, 3, 4, 5, 6].map((day) => (
          <rect key={day} x={day * 4} y="0" width="2" height="10.5" className="fill-line-strong" />
        ))}
        {[0, 1, 2, 3, 4, 5].map((day) => (
          <rect key={day} x={day * 4} y="13.5" width="2" height="10.5" className="fill-line-strong" />
        ))}
        <rect x="23.5" y="13.5" width="3" height="10.5" className="fill-accent" />
      </svg>
      <span className="text-lg font-semibold tracking-tight">Fortnight</span>
    </span>
  );
}
