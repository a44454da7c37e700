import { anonymous } from "#lib/auth/system-actor.ts";
import { findList } from "#lib/data/lists.ts";
import { findCurrentRoster, listPinnedCoordinators } from "#lib/data/rosters.ts";
import { listNameSchema } from "#lib/schema/id.ts";
import { rosterResponseSchema } from "#lib/schema/roster-response.ts";
import { jsonResponse, notFound } from "../../../../_answers/problem-response.ts";

/** Whom a report to the list is sealed to, with what a browser needs to check it. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const name = listNameSchema.safeParse((await params).name);
  if (!name.success) return notFound();
  const list = await findList(anonymous, name.data);
  if (!list.ok) return notFound();
  const roster = await findCurrentRoster(anonymous, list.value.id);
  return jsonResponse(
    rosterResponseSchema.encode({
      list: list.value.name,
      listTitle: list.value.title,
      policyVersion: list.value.policyVersion,
      now: new Date(),
      roster: roster.ok ? { ...roster.value, readers: [...roster.value.readers] } : null,
      pinned: [...(await listPinnedCoordinators(anonymous))],
    }),
  );
}
