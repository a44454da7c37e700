import type { Metadata } from "next";
import { ListCard } from "#components/list/list-card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { anonymous } from "#lib/auth/system-actor.ts";
import { listLists } from "#lib/data/lists.ts";
import { findCurrentRoster } from "#lib/data/rosters.ts";

export const metadata: Metadata = { title: "Lists" };

export default async function ListsPage() {
  const lists = await listLists(anonymous);
  const rosters = await Promise.all(lists.map(({ id }) => findCurrentRoster(anonymous, id)));

  return (
    <>
      <PageHeader
        title="The lists"
        lead="A report goes to exactly one of them. Who reads it is public: every person, with the key that reports are encrypted to."
      />
      <ul className="grid gap-5 md:grid-cols-2">
        {lists.map((list, index) => {
          const roster = rosters[index];
          return (
            <li key={list.name} className="flex">
              <ListCard list={list} roster={roster?.ok === true ? roster.value : null} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
