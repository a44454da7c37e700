import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectOk } from "#lib/base/result.ts";
import type { VaultClient } from "#lib/pgp/client.ts";
import { freshKey, type FreshKey } from "#lib/pgp/fixtures/fresh-key.ts";
import { endVaults, openVault } from "#lib/pgp/fixtures/vault-bench.ts";
import type { RosterResponse } from "#lib/schema/roster-response.ts";
import { emptyStorage, listName, rosterResponse } from "./fixtures/roster-response.ts";
import { checkRosterResponse, rememberTrust } from "./trusted-roster.ts";

let coordinator: FreshKey;
let otherCoordinator: FreshKey;
let ada: FreshKey;
let grace: FreshKey;
let vault: VaultClient;

beforeAll(async () => {
  [coordinator, otherCoordinator, ada, grace] = await Promise.all([
    freshKey("Cora"),
    freshKey("Carl"),
    freshKey("Ada"),
    freshKey("Grace"),
  ]);
  vault = openVault();
});
afterAll(endVaults);

const check = (response: RosterResponse, storage = emptyStorage(), list = listName) =>
  checkRosterResponse(response, list, vault, storage);

describe("a roster in the browser", () => {
  test("is trusted as far as a pinned coordinator signed it", async () => {
    const trusted = expectOk(await check(await rosterResponse(coordinator, [ada, grace])));
    expect(trusted.sealable.map(({ name }) => name).toSorted()).toEqual(["Ada", "Grace"]);
    expect(trusted).toMatchObject({ skipped: [], newlyPinned: [], signedBy: { name: "Cora" } });
  });

  test("a list that has none yet is said to be unready", async () => {
    const response = { ...(await rosterResponse(coordinator, [ada])), roster: null };
    expect(await check(response)).toMatchObject({ problem: { code: "LIST_NOT_READY" } });
  });

  test("a reader whom the portal slips in is noticed", async () => {
    const [honest, slipped] = [
      await rosterResponse(coordinator, [ada]),
      await rosterResponse(coordinator, [ada, grace]),
    ];
    if (honest.roster === null || slipped.roster === null) throw new Error("no roster");
    const response = { ...honest, roster: { ...honest.roster, readers: slipped.roster.readers } };
    expect(await check(response)).toMatchObject({ problem: { code: "ROSTER_CERTIFICATE_DIFFERS" } });
  });

  test("a roster by somebody who is not pinned, or of another list, is none", async () => {
    const response = { ...(await rosterResponse(otherCoordinator, [ada])), pinned: [] };
    expect(await check(response)).toMatchObject({ problem: { code: "ROSTER_NOT_SIGNED" } });
    const other = await check(await rosterResponse(coordinator, [ada]), emptyStorage(), "linux-distros");
    expect(other).toMatchObject({ problem: { code: "ROSTER_OTHER_LIST" } });
  });

  test("an older roster than one that this browser has relied on is refused; the same one is not", async () => {
    const storage = emptyStorage();
    const second = await rosterResponse(coordinator, [ada], 2);
    rememberTrust(expectOk(await check(second, storage)), storage);
    expect((await check(second, storage)).ok).toBe(true);
    expect(await check(await rosterResponse(coordinator, [ada], 1), storage)).toMatchObject({
      problem: { code: "ROSTER_OLD", facts: { version: 1, lowestVersion: 2 } },
    });
  });

  test("another coordinator than those of earlier visits is pointed out, until the sender has gone on", async () => {
    const storage = emptyStorage();
    rememberTrust(expectOk(await check(await rosterResponse(coordinator, [ada]), storage)), storage);
    const changed = expectOk(await check(await rosterResponse(otherCoordinator, [ada], 2), storage));
    expect(changed.newlyPinned).toEqual([changed.signedBy.fingerprint]);
    rememberTrust(changed, storage);
    expect(expectOk(await check(await rosterResponse(otherCoordinator, [ada], 2), storage)).newlyPinned).toEqual([]);
  });
});
