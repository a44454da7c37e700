import type { Clause } from "#lib/policy/clause.ts";

interface ClauseEntryProps {
  readonly clause: Clause & { readonly reason?: string };
}

/** One clause: its id to be linked to, its words, and for reporters the reason behind it. */
export function ClauseEntry({ clause: { id, title, text, reason } }: ClauseEntryProps) {
  return (
    <article
      id={id}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 border-t border-line py-5 target:rounded-md target:border-transparent target:bg-accent-soft target:outline-2 target:outline-offset-0 target:outline-accent sm:grid-cols-[4rem_1fr] sm:target:-mx-4 sm:target:px-4"
    >
      <p className="font-mono">
        <a
          href={`#${id}`}
          className="link inline-flex min-h-6 min-w-6 items-center"
          aria-label={`${id}, link to this clause`}
        >
          {id}
        </a>
      </p>
      <div className="max-w-prose">
        <h3 className="text-lg leading-snug">{title}</h3>
        <p className="mt-1">{text}</p>
        {reason === undefined ? null : <p className="mt-2 text-muted">Why: {reason}</p>}
      </div>
    </article>
  );
}
