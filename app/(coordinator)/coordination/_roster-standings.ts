import type { RosterStanding } from "#components/coordination/roster-notices.tsx";
import type { currentActor } from "#lib/auth/session.ts";
import type { ListSummary } from "#lib/data/lists.ts";
import { draftRoster, type RosterDraft } from "#lib/workflow/draft-roster.ts";

type Asker = Awaited<ReturnType<typeof currentActor>>;

/** How the roster of each list stands, for those who would have to sign the next. */
export async function rosterStandings(
  actor: Asker,
  lists: readonly ListSummary[],
  now: Date,
): Promise<readonly RosterStanding[]> {
  return Promise.all(
    lists.map(async ({ id, name }) => {
      const draft = await draftRoster(actor, id, now);
      return draft.ok ? standingOf(name, draft.value) : { list: name, kind: "empty" as const };
    }),
  );
}

function standingOf(list: string, { current, currentProblem, changes, runsOutSoon }: RosterDraft): RosterStanding {
  if (current === null) return { list, kind: "unsigned" };
  if (currentProblem !== null) return { list, kind: "refused", problem: currentProblem };
  const { version, expiresAt } = current;
  return { list, kind: "signed", version, expiresAt, changes: changes.length, runsOutSoon };
}
