import { anonymous } from "#lib/auth/system-actor.ts";
import { findList } from "#lib/data/lists.ts";
import { findCurrentRoster, type PublishedRoster } from "#lib/data/rosters.ts";
import { listNameSchema } from "#lib/schema/id.ts";

/** The current roster of the list that an address names, or null. */
export async function currentRosterOf(params: Promise<{ name: string }>): Promise<PublishedRoster | null> {
  const name = listNameSchema.safeParse((await params).name);
  if (!name.success) return null;
  const list = await findList(anonymous, name.data);
  if (!list.ok) return null;
  const roster = await findCurrentRoster(anonymous, list.value.id);
  return roster.ok ? roster.value : null;
}
