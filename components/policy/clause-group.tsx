import { ClauseEntry } from "./clause-entry.tsx";
import type { ClauseGroupText } from "./clause-groups.ts";

/** One part of the policy: its clauses under a heading. */
export function ClauseGroup({ group: { anchor, title, lead, clauses } }: { readonly group: ClauseGroupText }) {
  return (
    <section aria-labelledby={anchor}>
      <h2 id={anchor} className="scroll-mt-6 text-2xl">
        {title}
      </h2>
      <p className="mt-1 mb-5 max-w-prose text-muted">{lead}</p>
      {clauses.map((clause) => (
        <ClauseEntry key={clause.id} clause={clause} />
      ))}
    </section>
  );
}
