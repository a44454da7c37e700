import Link from "next/link";
import type { ReactNode } from "react";
import { ClauseLink } from "./clause-link.tsx";
import type { ClauseId } from "#lib/policy/clause.ts";

const conditions: readonly { readonly id: ClauseId; readonly text: ReactNode }[] = [
  { id: "R1", text: "It is not public yet, and will be soon." },
  { id: "R2", text: "It affects Open Source software." },
  { id: "R4", text: "Its severity is medium or high." },
  { id: "R7", text: "You have a date in mind, though it may change." },
  { id: "R12", text: "The upstream project and others concerned know already." },
  { id: "R13", text: "You will post it to oss-security when the embargo ends." },
];

/** The conditions that most often send a report elsewhere, in a few words each. */
export function BeforeReporting() {
  return (
    <section aria-labelledby="before-reporting" className="grid gap-x-12 gap-y-4 lg:grid-cols-[16rem_1fr]">
      <h2 id="before-reporting" className="text-2xl">
        Is this the right place?
      </h2>
      <div>
        <ul className="grid gap-x-10 sm:grid-cols-2">
          {conditions.map(({ id, text }) => (
            <li key={id} className="flex gap-3 border-t border-line py-2.5">
              <span className="w-9 shrink-0">
                <ClauseLink id={id} />
              </span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
        <p className="mt-5 max-w-prose">
          Otherwise post it in public at once: everybody on these lists reads oss-security too.{" "}
          <Link href="/policy" className="link">
            The whole policy
          </Link>{" "}
          says why, and{" "}
          <Link href="/lists" className="link">
            the lists
          </Link>{" "}
          say who would read it.
        </p>
      </div>
    </section>
  );
}
