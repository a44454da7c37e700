import { anonymous } from "#lib/auth/system-actor.ts";
import { listLists } from "#lib/data/lists.ts";
import { findCurrentRoster } from "#lib/data/rosters.ts";
import type { ReportableList } from "#components/report/form-context.ts";

/** The lists that have somebody to encrypt to, with how many they are. */
export async function reportableLists(): Promise<readonly ReportableList[]> {
  const lists = await listLists(anonymous);
  const counted = await Promise.all(
    lists.map(async ({ id, name, title, description, policyVersion }) => {
      const roster = await findCurrentRoster(anonymous, id);
      if (!roster.ok) return null;
      const { readers } = roster.value;
      const organisations = new Set(readers.map(({ organisation }) => organisation)).size;
      return { name, title, description, policyVersion, organisations, readers: readers.length };
    }),
  );
  return counted.filter((list) => list !== null);
}
