import { describe, expect, test } from "vitest";
import { dutyIds, type DutyId, type DutyRole } from "#lib/policy/duty.ts";
import type { DutyOrganisation } from "#lib/schema/organisation-page.ts";
import { placesOf, rotaOf } from "./rota.ts";

function named(organisation: string, duty: DutyId, role: DutyRole): DutyOrganisation {
  return { duty, role, organisation, organisationId: `id of ${organisation}` as DutyOrganisation["organisationId"] };
}

describe("the rota", () => {
  test("has a primary and a backup for each duty, in the order of the policy, whoever holds them", () => {
    const { technical, administrative, anyone } = rotaOf([], []);
    expect([...technical, ...administrative].map(({ clause }) => clause.id)).toEqual(dutyIds);
    expect(anyone.map(({ id }) => id)).toEqual(["C1", "C2", "C3"]);
  });

  test("what nobody holds is vacant, and the other place of the same duty is not", () => {
    const places = placesOf(rotaOf([named("Gentoo", "A9", "backup")], []));
    expect(places).toHaveLength(2 * dutyIds.length);
    expect(places.filter(({ holder }) => holder !== null)).toMatchObject([
      { duty: "A9", role: "backup", holder: { organisation: "Gentoo" } },
    ]);
  });

  test("who volunteers stands beside who holds it, the first offer first", () => {
    const offers = [named("Debian", "T4", "primary"), named("SUSE", "T4", "primary"), named("SUSE", "T4", "backup")];
    const places = placesOf(rotaOf([named("Oracle", "T4", "primary")], offers));
    expect(places.find(({ duty, role }) => duty === "T4" && role === "primary")).toMatchObject({
      holder: { organisation: "Oracle" },
      offers: [{ organisation: "Debian" }, { organisation: "SUSE" }],
    });
  });
});
