import path from "node:path";
import { demoPeople } from "#e2e/support/demo-people.ts";
import { type OwnSite, startSite } from "#e2e/support/own-site.ts";
import { startWebAlone, type WebAlone } from "#e2e/support/web-alone.ts";
import type { HostileVisit } from "#e2e/support/send-mutants.ts";

/** Does something to a whole site of its own, with a new demo, which is then thrown away. */
export async function atOwnSite<Outcome>(act: (site: OwnSite) => Promise<Outcome>): Promise<Outcome> {
  const site = await startSite("demo");
  try {
    return await act(site);
  } finally {
    await site.stop();
  }
}

/** Does something to a site whose processes are ended one by one. */
export async function atWebAlone<Outcome>(act: (site: WebAlone) => Promise<Outcome>): Promise<Outcome> {
  const site = await startWebAlone();
  try {
    return await act(site);
  } finally {
    await site.stop();
  }
}

/** One of its people, on the list `distros`. */
export function visitTo({ origin, folder }: OwnSite, seed: number): HostileVisit {
  return { origin, seed, reader: demoPeople(path.join(folder, "demo-keys")).named("Felix") };
}
