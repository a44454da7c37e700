"use client";

import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { deadlinesHref, type DeadlinesQuery } from "#lib/schema/deadlines-query.ts";
import type { DeadlinesResponse, ShownDeadlines } from "#lib/schema/deadlines-response.ts";
import { DayList } from "./day-list.tsx";

export interface DeadlineListsProps {
  readonly page: DeadlinesResponse;
  readonly view: Exclude<DeadlinesResponse["view"], { readonly kind: "month" }>;
  /** Told in words what was done, when something was. */
  readonly onDone: (text: string) => void;
}

/** What is late, and below it what is to come; or one part of it further on, or one day. */
export function DeadlineLists({ page, view, onDone }: DeadlineListsProps) {
  const { counts, query } = page;
  const late = { title: "Late", count: counts.late, nothing: "Nothing is late" };
  const upcoming = { title: "To come", count: counts.upcoming, nothing: "Nothing is owed" };
  const shared = { page, onDone };
  switch (view.kind) {
    case "both":
      return (
        <div className="space-y-12">
          <Part {...shared} {...late} shown={view.late} more={{ ...query, part: "late" }} />
          <Part {...shared} {...upcoming} shown={view.upcoming} more={{ ...query, part: "upcoming" }} />
        </div>
      );
    case "part":
      return (
        <>
          <BackToAll query={query} />
          <Part
            {...shared}
            {...(view.part === "late" ? late : upcoming)}
            shown={view.page}
            more={{ ...query, part: view.part }}
          />
        </>
      );
    case "day": {
      const { from, until } = view;
      return (
        <>
          <BackToAll query={query} />
          <Part
            {...shared}
            title="One day"
            count={null}
            nothing="Nothing is owed on this day"
            shown={view.page}
            more={{ ...query, from, until }}
          />
        </>
      );
    }
  }
}

function BackToAll({ query }: { readonly query: Partial<DeadlinesQuery> }) {
  return (
    <p className="mb-6">
      <Link href={deadlinesHref(query)} className="link">
        Back to all that is late or to come
      </Link>
    </p>
  );
}

interface PartProps {
  readonly title: string;
  /** Null where it is not counted. */
  readonly count: number | null;
  readonly nothing: string;
  readonly shown: ShownDeadlines;
  /** The address of the next ones, without their cursor. */
  readonly more: Partial<DeadlinesQuery>;
  readonly page: DeadlinesResponse;
  readonly onDone: (text: string) => void;
}

function Part({ title, count, nothing, shown, more, page, onDone }: PartProps) {
  const { deadlines, next } = shown;
  const isFiltered = Object.values(page.query).some((each) => each !== null);
  return (
    <section aria-label={title}>
      <h2 className="mb-4 flex items-baseline gap-3 text-2xl">
        {title}
        {count === null || count === 0 ? null : (
          <span className="text-base font-normal text-muted tabular-nums">
            {count >= page.counts.cap ? `${String(count)} or more` : count}
          </span>
        )}
      </h2>
      {deadlines.length === 0 ? (
        <EmptyState title={nothing}>{isFiltered ? <p>…among what you chose to be shown.</p> : undefined}</EmptyState>
      ) : (
        <DayList deadlines={deadlines} dutyHolders={page.dutyHolders} now={page.now} onDone={onDone} />
      )}
      {next === null ? null : (
        <div className="mt-5">
          <LinkButton as={Link} href={deadlinesHref({ ...more, after: next })} rel="next" icon="forward">
            The next ones
          </LinkButton>
        </div>
      )}
    </section>
  );
}
