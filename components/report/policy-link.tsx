import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { clauseHref, clauseOf, type ClauseId } from "#lib/policy/clause.ts";

/** A clause by its id, in a tab of its own: what is typed or open here is in this page's memory only. */
export function PolicyLink({ id }: { readonly id: ClauseId }) {
  return (
    <a
      href={clauseHref(id)}
      target="_blank"
      rel="noopener"
      title={clauseOf(id).title}
      className="link font-mono text-[0.9em]"
    >
      {id}
      <VisuallyHidden> ({clauseOf(id).title}, in a new tab)</VisuallyHidden>
    </a>
  );
}
