import Link from "next/link";
import { clauseHref, clauseOf, type ClauseId } from "#lib/policy/clause.ts";

/** A clause by its id, leading to its words. */
export function ClauseLink({ id }: { readonly id: ClauseId }) {
  return (
    <Link href={clauseHref(id)} title={clauseOf(id).title} className="link font-mono text-[0.9em]">
      {id}
    </Link>
  );
}
