import { clauseGroups } from "./clause-groups.ts";

/** The table of contents: every group, and every clause by its id. */
export function PolicyContents() {
  return (
    <nav aria-label="Contents" className="text-sm lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
      <ul className="space-y-4">
        {clauseGroups.map(({ anchor, title, clauses }) => (
          <li key={anchor}>
            <a href={`#${anchor}`} className="link inline-flex min-h-6 items-center font-medium">
              {title}
            </a>
            <ul className="mt-1 flex flex-wrap gap-x-1 font-mono">
              {clauses.map((clause) => (
                <li key={clause.id}>
                  <a
                    href={`#${clause.id}`}
                    title={clause.title}
                    className="inline-flex min-h-7 min-w-8 items-center rounded-sm px-1 text-muted no-underline hover:bg-accent-soft hover:text-accent-strong"
                  >
                    {clause.id}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#without-a-browser" className="link inline-flex min-h-6 items-center font-medium">
            Without a browser
          </a>
        </li>
      </ul>
    </nav>
  );
}
