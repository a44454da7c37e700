import Link from "next/link";
import { neutralTitle } from "#lib/schema/neutral-title.ts";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";

/** What is owed in a few neutral words; it leads to the report where the reader may open it. */
export function MonthEntry({ deadline }: { readonly deadline: ShownDeadline }) {
  const { reportId } = deadline;
  const [handle, ...noun] = neutralTitle(deadline).split(" ");
  const title = (
    <>
      <span className="whitespace-nowrap">{handle}</span> {noun.join(" ")}
    </>
  );
  return reportId === null ? (
    <span>{title}</span>
  ) : (
    <Link href={`/reports/${reportId}`} className="link">
      {title}
    </Link>
  );
}
