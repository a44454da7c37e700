import path from "node:path";
import { prove } from "#lib/access/_prove.ts";
import { addDays } from "#lib/base/instant.ts";
import { changeDutyHolder } from "#lib/data/duties.ts";
import { listLists } from "#lib/data/lists.ts";
import { listMembers } from "#lib/data/members.ts";
import { listOrganisations } from "#lib/data/organisations.ts";
import type { PublishedRoster } from "#lib/data/rosters.ts";
import { asOneWhole } from "#lib/db/whole.ts";
import { duties2017, dutyIds, dutyRoles } from "#lib/policy/duty.ts";
import { playDemo } from "./demo-events.ts";
import { writeDemoKeys, writeDemoReceipts } from "./demo-folder.ts";
import { makeDemoKeys } from "./demo-keys.ts";
import { enrolDemoMembers } from "./demo-members.ts";
import { demoReports } from "./demo-reports.ts";
import { signNextRoster } from "./demo-rosters.ts";
import { openDemoVault } from "./demo-vault.ts";
import { makeEnrolmentLink } from "./first-link.ts";
import { createBothLists } from "./lists.ts";

export interface SeedWish {
  readonly isDemo: boolean;
  /** Of the site, for the enrolment link. */
  readonly origin: string;
  /** Where the folder `demo-keys` goes. */
  readonly varFolder: string;
}

/** `kept`: there was nothing to do. */
export type SeedOutcome =
  | { readonly kind: "kept" }
  | { readonly kind: "empty"; readonly enrolmentLink: string }
  | { readonly kind: "demo"; readonly keysFolder: string; readonly reports: number; readonly people: number };

const system = prove({ kind: "system" });

/** How long the demo's people have been enrolled, in days. */
const demoHouseAgeDays = 30;

/**
 * Furnishes an empty house: both lists, and the demo, or the link by which the first coordinator enrols. A house that
 * has its lists is left alone, save that one without a single member is given a fresh link.
 */
export async function seedHouse({ isDemo, origin, varFolder }: SeedWish, now: Date): Promise<SeedOutcome> {
  if (isDemo) return (await isFurnished()) ? { kind: "kept" } : seedDemo(path.join(varFolder, "demo-keys"), now);

  if (!(await isFurnished())) await createBothLists(system, now);
  const members = await listMembers(system);
  if (members.length > 0) return { kind: "kept" };
  return { kind: "empty", enrolmentLink: await makeEnrolmentLink(system, origin, now) };
}

async function isFurnished(): Promise<boolean> {
  return (await listLists(system)).length > 0;
}

/** Gives each duty of 2017 to those who held it then; the rest is vacant. */
async function assignDuties2017(now: Date): Promise<void> {
  const ids = new Map((await listOrganisations(system)).map(({ id, name }) => [name, id]));
  for (const duty of dutyIds)
    for (const role of dutyRoles) {
      const organisationId = ids.get(duties2017[duty][role] ?? "");
      if (organisationId !== undefined) await changeDutyHolder(system, { duty, role }, organisationId, now);
    }
}

/** All of the demo, or nothing: a start that is ended half-way leaves an empty house, which the next one furnishes. */
async function seedDemo(keysFolder: string, now: Date): Promise<SeedOutcome> {
  const keys = await makeDemoKeys(now); // the slow part, before anything is stored
  return asOneWhole(async () => {
    if (await isFurnished()) return { kind: "kept" };
    writeDemoKeys(keysFolder, keys);
    return furnishDemo(keys, keysFolder, now);
  });
}

async function furnishDemo(
  keys: Awaited<ReturnType<typeof makeDemoKeys>>,
  keysFolder: string,
  now: Date,
): Promise<SeedOutcome> {
  const enrolledAt = addDays(now, -demoHouseAgeDays);
  const lists = await createBothLists(system, enrolledAt);
  const members = await enrolDemoMembers(system, keys, lists, enrolledAt);
  const [coordinator] = members;
  if (coordinator === undefined) throw new Error("a demo without people");
  const vault = openDemoVault();
  const rosters = new Map<string, PublishedRoster>();
  for (const [name, list] of lists) rosters.set(name, await signNextRoster(coordinator, vault, list, enrolledAt));

  await assignDuties2017(enrolledAt);
  const receipts = await playDemo(demoReports, { vault, members, rosters }, now);
  writeDemoReceipts(keysFolder, receipts);
  return { kind: "demo", keysFolder, reports: receipts.length, people: members.length };
}
