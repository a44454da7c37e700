import type { ShownOrganisation } from "#components/coordination/organisation-people.tsx";
import type { ListSummary } from "#lib/data/lists.ts";
import type { OrganisationPeople } from "#lib/workflow/people.ts";

/** An organisation as the page gets it: no certificate's bytes, and lists by name. */
export function shownOrganisation(
  { id, name, people }: OrganisationPeople,
  lists: readonly ListSummary[],
): ShownOrganisation {
  return {
    id,
    name,
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      isCoordinator: person.isCoordinator,
      standing: person.standing,
      listNames: lists.filter((list) => person.listIds.includes(list.id)).map((list) => list.name),
      certificate:
        person.certificate === null
          ? null
          : {
              fingerprint: person.certificate.fingerprint,
              algorithm: person.certificate.algorithm,
              expiresAt: person.certificate.expiresAt,
            },
    })),
  };
}
