import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import type { OrganisationId } from "#lib/base/id.ts";
import { addDays } from "#lib/base/instant.ts";
import { listDutyHolders, listDutyOffers } from "#lib/data/duties.ts";
import { assignDuty, offerDuty, withdrawDutyOffer } from "./duties.ts";

const at = addDays(houseFurnishedAt, 1);
const place = { duty: "T4", role: "primary" } as const;
let house: SmallHouse;

beforeEach(async () => {
  await freshDatabase();
  house = await smallHouse();
});

const assign = (
  who: "ada" | "dora",
  organisationId: OrganisationId | null,
  seenOrganisationId: OrganisationId | null,
) => assignDuty(house[who].actor, { ...place, organisationId, seenOrganisationId }, at);

describe("an organisation that volunteers", () => {
  test("is on the list until it takes the offer back, once", async () => {
    const { dora } = house;
    expect(await offerDuty(dora.actor, place, at)).toMatchObject({ ok: true });
    expect(await listDutyOffers(house.flora.actor)).toMatchObject([{ ...place, organisation: "Debian" }]);
    expect(await offerDuty(dora.actor, place, at)).toMatchObject({ problem: { code: "DUTY_OFFERED", clause: "K7" } });
    expect(await withdrawDutyOffer(house.uma.actor, place, at)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await withdrawDutyOffer(dora.actor, place, at)).toMatchObject({ ok: true });
    expect(await withdrawDutyOffer(dora.actor, place, at)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await listDutyOffers(house.flora.actor)).toEqual([]);
  });

  test("cannot volunteer for what it holds", async () => {
    const { dora } = house;
    await offerDuty(dora.actor, place, at);
    await assign("ada", dora.actor.organisationId, null);
    expect(await listDutyOffers(house.ada.actor)).toEqual([]);
    expect(await offerDuty(dora.actor, place, at)).toMatchObject({ problem: { code: "DUTY_OFFERED" } });
  });
});

describe("a duty", () => {
  test("is assigned and left vacant by coordinators alone", async () => {
    const debian = house.dora.actor.organisationId;
    expect(await assign("dora", debian, null)).toMatchObject({ problem: { code: "NOT_FOUND" } });
    expect(await listDutyHolders(house.anonymous)).toEqual([]);
    expect(await assign("ada", debian, null)).toMatchObject({ ok: true });
    expect(await listDutyHolders(house.anonymous)).toMatchObject([{ ...place, organisation: "Debian", since: at }]);
    expect(await assign("ada", null, debian)).toMatchObject({ ok: true });
    expect(await listDutyHolders(house.anonymous)).toEqual([]);
  });

  test("is given to no organisation that is none", async () => {
    const nobody = crypto.randomUUID() as OrganisationId;
    expect(await assign("ada", nobody, null)).toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("that two assign at once goes to one, and the other is told to whom", async () => {
    const { dora, uma } = house;
    const names = new Map([dora, uma].map((each) => [each.actor.organisationId, each === dora ? "Debian" : "Ubuntu"]));
    const both = await Promise.all([...names.keys()].map((id) => assign("ada", id, null)));
    const [holder] = await listDutyHolders(house.ada.actor);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      problem: { code: "DUTY_CHANGED", facts: { organisation: holder?.organisation } },
    });
  });
});
