import type { Actor } from "#lib/access/actor.ts";
import { createLists, listLists, type ListSummary } from "#lib/data/lists.ts";

const policyVersion = "distros-2017-08-02";

const newLists: readonly Omit<ListSummary, "id">[] = [
  {
    name: "distros",
    title: "Linux distributions and BSDs",
    description: "Choose it for an issue that may concern FreeBSD or NetBSD as well as Linux. Members of both read it.",
    policyVersion,
  },
  {
    name: "linux-distros",
    title: "Linux distributions",
    description: "Choose it for an issue of Linux systems alone. Nobody reads it who could not act on it.",
    policyVersion,
  },
];

/** Creates the two lists (L1) in an empty house, and returns all lists by name. */
export async function createBothLists(actor: Actor, now: Date): Promise<ReadonlyMap<string, ListSummary>> {
  await createLists(actor, newLists, now);
  const lists = await listLists(actor);
  return new Map(lists.map((one) => [one.name, one]));
}
