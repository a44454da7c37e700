import { clsx } from "clsx";

/** A turning ring beside a word that says what is awaited; still where motion is unwelcome. */
export function Spinner({ className = "size-[1.1em]" }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={clsx("inline-block shrink-0 animate-turn fill-none stroke-current", className)}
      strokeWidth="2.5"
      strokeLinecap="round"
    >
      <circle cx="12" cy="12" r="9" strokeOpacity="0.25" />
      <path d="M12 3a9 9 0 0 1 9 9" />
    </svg>
  );
}
