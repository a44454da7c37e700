import { prove } from "#lib/access/_prove.ts";
import type { Actor, SystemActor } from "#lib/access/actor.ts";
import type { ListSummary } from "#lib/data/lists.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { makeDemoKey } from "#prisma/seed/demo-key.ts";
import { enrolDemoMembers, type DemoMember } from "#prisma/seed/demo-members.ts";
import type { DemoPerson } from "#prisma/seed/demo-people.ts";
import { signNextRoster } from "#prisma/seed/demo-rosters.ts";
import { openDemoVault, type DemoVault } from "#prisma/seed/demo-vault.ts";
import { createBothLists } from "#prisma/seed/lists.ts";

/** When the small house was furnished, and its rosters signed: a Monday. */
export const houseFurnishedAt = new Date("2026-11-02T08:00:00Z");

/** Both lists with a handful of people and signed rosters, in a database of its own. */
export interface SmallHouse {
  readonly system: SystemActor;
  readonly anonymous: Actor;
  readonly lists: ReadonlyMap<string, ListSummary>;
  /** Coordinator, reads both lists. */
  readonly ada: DemoMember;
  /** Reads both lists. */
  readonly dora: DemoMember;
  /** Reads both lists; her certificate expires 40 days after the house was furnished. */
  readonly uma: DemoMember;
  /** Reads `distros` alone. */
  readonly flora: DemoMember;
  readonly vault: DemoVault;
  readonly rosters: ReadonlyMap<string, PublishedRoster>;
}

const both = ["distros", "linux-distros"];
const keyAgeDays = 90;

const people: readonly DemoPerson[] = [
  person("Ada", "Coordination", both),
  person("Dora", "Debian", both),
  { ...person("Uma", "Ubuntu", both), keyValidDays: keyAgeDays + 40 },
  person("Flora", "FreeBSD", ["distros"]),
];

/** Furnishes the fresh database that `freshDatabase` has made. */
export async function smallHouse(): Promise<SmallHouse> {
  const now = houseFurnishedAt;
  const system = prove({ kind: "system" });
  const lists = await createBothLists(system, now);
  const createdAt = new Date(now.getTime() - keyAgeDays * 86_400_000);
  const keys = await Promise.all(
    people.map(async (each) => {
      const key = await makeDemoKey({ ...each, createdAt, validDays: each.keyValidDays });
      return { person: each, key };
    }),
  );
  const [ada, dora, uma, flora] = await enrolDemoMembers(system, keys, lists, now);
  if (ada === undefined || dora === undefined || uma === undefined || flora === undefined)
    throw new Error("somebody of the small house is missing");
  const vault = openDemoVault();
  const rosters = new Map<string, PublishedRoster>();
  for (const [name, list] of lists) rosters.set(name, await signNextRoster(ada, vault, list, now));
  return { system, anonymous: prove({ kind: "anonymous" }), lists, ada, dora, uma, flora, vault, rosters };
}

/** One of the two lists. */
export function listOf({ lists }: Pick<SmallHouse, "lists">, name: string): ListSummary {
  const list = lists.get(name);
  if (list === undefined) throw new Error(`no list ${name}`);
  return list;
}

/** The roster of a list as the house was furnished. */
export function rosterOf({ rosters }: Pick<SmallHouse, "rosters">, name: string): PublishedRoster {
  const roster = rosters.get(name);
  if (roster === undefined) throw new Error(`no roster of ${name}`);
  return roster;
}

function person(firstName: string, organisation: string, listNames: readonly string[]): DemoPerson {
  return {
    name: `${firstName} Demo`,
    address: `${firstName.toLowerCase()}@example.org`,
    organisation,
    listNames,
    isCoordinator: firstName === "Ada",
    algorithm: "Curve25519",
    keyValidDays: 730,
    fileName: firstName.toLowerCase(),
  };
}
