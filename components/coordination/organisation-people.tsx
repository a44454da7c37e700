import type { CoordinationAction } from "./form-state.ts";
import { PersonRow, type ShownPerson } from "./person-row.tsx";

export interface ShownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly people: readonly ShownPerson[];
}

export interface OrganisationPeopleProps {
  readonly organisation: ShownOrganisation;
  readonly remove: CoordinationAction;
  readonly replace: CoordinationAction;
  readonly now: Date;
}

/** An organisation and its people. */
export function OrganisationPeople({ organisation, ...rest }: OrganisationPeopleProps) {
  const { id, name, people } = organisation;
  const headingId = `organisation-${id}`;
  return (
    <section
      aria-labelledby={headingId}
      className="grid gap-x-10 gap-y-1 border-t border-line pt-4 lg:grid-cols-[14rem_1fr]"
    >
      <h3 id={headingId} className="text-lg">
        {name}
      </h3>
      {people.length === 0 ? (
        <p className="pb-4 text-muted">Nobody is enrolled yet.</p>
      ) : (
        <ul className="divide-y divide-line lg:-mt-4">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} {...rest} />
          ))}
        </ul>
      )}
    </section>
  );
}
