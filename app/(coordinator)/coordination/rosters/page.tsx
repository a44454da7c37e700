import type { Metadata } from "next";
import Link from "next/link";
import { RosterPanel, type ShownRoster } from "#components/coordination/roster-panel.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listLists, type ListSummary } from "#lib/data/lists.ts";
import { draftRoster, type RosterDraft } from "#lib/workflow/draft-roster.ts";
import { coordinatorOrNothing } from "../../_coordinator.ts";
import { publishRosterAction } from "./actions.ts";

export const metadata: Metadata = { title: "Rosters" };

export default async function RostersPage() {
  const actor = await coordinatorOrNothing();
  const now = new Date();
  const lists = await listLists(actor);
  const rosters = await Promise.all(
    lists.map(async (list) => {
      const draft = await draftRoster(actor, list.id, now);
      return shownRoster(list, draft.ok ? draft.value : null);
    }),
  );

  return (
    <>
      <PageHeader
        title="Rosters"
        lead="A roster says who reads a list. Senders encrypt to the people on it and to nobody else, once their browser has verified a coordinator’s signature."
        back={{ href: "/coordination", label: "Coordination" }}
        as={Link}
      />
      <div className="space-y-8">
        {rosters.map((roster) => (
          <RosterPanel key={roster.listName} roster={roster} publish={publishRosterAction} />
        ))}
      </div>
    </>
  );
}

function shownRoster({ id, name }: ListSummary, draft: RosterDraft | null): ShownRoster {
  if (draft === null)
    return { listName: name, current: null, isChanged: false, runsOutSoon: false, leftOut: [], next: null };
  const { current, currentProblem, changes, runsOutSoon, leftOut, version, text } = draft;
  return {
    listName: name,
    current:
      current === null
        ? null
        : {
            version: current.version,
            issuedAt: current.issuedAt,
            expiresAt: current.expiresAt,
            readers: current.readers.length,
            problem: currentProblem,
          },
    isChanged: changes.length > 0,
    runsOutSoon,
    leftOut: leftOut.map((member) => member.name),
    next: { listId: id, listName: name, version, text },
  };
}
