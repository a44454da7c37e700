import { beforeAll, describe, expect, test } from "vitest";
import { apiRequest } from "#e2e/support/api-request.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, listOf, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport } from "#e2e/support/small-report.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { createLists } from "#lib/data/lists.ts";
import { findReport } from "#lib/data/reports.ts";
import { verifyRoster } from "#lib/pgp/signed-roster.ts";
import { rosterResponseSchema, type RosterResponse } from "#lib/schema/roster-response.ts";
import { acceptReport } from "#lib/workflow/accept-report.ts";
import { removeMember } from "#lib/workflow/enrol.ts";
import { signNextRoster } from "#prisma/seed/demo-rosters.ts";
import { GET } from "./route.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

function get(name: string): Promise<Response> {
  return GET(apiRequest(`/api/v1/lists/${name}/roster`), { params: Promise.resolve({ name }) });
}

async function rosterOf(name: string): Promise<RosterResponse> {
  return rosterResponseSchema.parse(await (await get(name)).json());
}

describe("a list's roster", () => {
  test("is given with all that a browser needs to check it, signed by a pinned coordinator (L1, L2)", async () => {
    const { list, roster, pinned } = await rosterOf("linux-distros");
    expect(roster?.readers.map(({ name }) => name)).toEqual(["Ada Demo", "Dora Demo", "Uma Demo"]);
    const verified = await verifyRoster({
      signed: roster?.signedText ?? "",
      pinned,
      list,
      certificates: roster?.readers.map(({ certificate }) => certificate) ?? [],
      now: at,
      lowestVersion: 1,
    });
    expect(expectOk(verified)).toMatchObject({ list: "linux-distros", version: 1 });
  });

  test("tells no mail address but what stands in certificates", async () => {
    const { roster, ...others } = await rosterOf("distros");
    const { readers = [], ...signed } = roster ?? {};
    const told = JSON.stringify([others, signed, readers.map(({ certificate: _, ...reader }) => reader)]);
    expect(told).not.toContain("@example.org");
  });

  test("is none where nobody has signed one yet", async () => {
    const { policyVersion } = listOf(house, "distros");
    await createLists(house.system, [{ name: "young", title: "Young", description: "", policyVersion }], at);
    expect((await rosterOf("young")).roster).toBeNull();
  });

  test.each(["no-such-list", "", "Distros", "../distros", "a".repeat(60)])("of %j is not found", async (name) => {
    const response = await get(name);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(await (await get("nothing")).text());
  });
});

test("a removed member is not on the next roster, and what is sealed to it does not reach them", async () => {
  const before = await smallReport(house, { at });
  await acceptReport(before.actor, before.upload, at);
  expectOk(await removeMember(house.ada.actor, house.flora.actor.memberId, at));
  const roster = await signNextRoster(house.ada, house.vault, listOf(house, "distros"), at);
  expect((await rosterOf("distros")).roster?.readers.map(({ name }) => name)).not.toContain("Flora Demo");

  const sealedBefore = await smallReport(house, { at });
  expect(await acceptReport(sealedBefore.actor, sealedBefore.upload, at)).toMatchObject({
    problem: { problem: { code: "ROSTER_OUTDATED", facts: { current: 2 } } },
  });
  const after = await smallReport(house, { at, roster });
  expect(await acceptReport(after.actor, after.upload, at)).toMatchObject({ ok: true });
  expect(await findReport(house.flora.actor, after.actor.reportId)).toMatchObject({ problem: { code: "NOT_FOUND" } });
  expect(await listEnvelopes(house.flora.actor, { reportId: after.actor.reportId })).toEqual([]);
});
