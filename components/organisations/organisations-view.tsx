import Link from "next/link";
import { ClauseLink } from "#components/policy/clause-link.tsx";
import { countText } from "#components/ui/count-text.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { OrganisationId } from "#lib/base/id.ts";
import type { DutyPlace } from "#lib/schema/organisation-page.ts";

export interface ListedOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly peopleCount: number;
  readonly listNames: readonly string[];
  readonly duties: readonly DutyPlace[];
}

/** Every organisation, by name, with its people and the duties it holds. */
export function OrganisationsView({ organisations }: { readonly organisations: readonly ListedOrganisation[] }) {
  return (
    <>
      <PageHeader
        title="Organisations"
        lead="Who is a member. Each page says what the organisation owes now and what it did this year."
        back={{ href: "/duties", label: "Duties" }}
        as={Link}
      />
      <ul className="divide-y divide-line border-y border-line">
        {organisations.map(({ id, name, peopleCount, listNames, duties }) => (
          <li key={id} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <div>
              <Link href={`/organisations/${id}`} prefetch={false} className="link inline-block min-h-6 font-medium">
                {name}
              </Link>
              <p className="text-sm text-muted">
                {countText(peopleCount, "person", "people")}
                {listNames.length === 0 ? ", on no list" : ` on ${listNames.join(" and ")}`}
              </p>
            </div>
            <HeldDuties duties={duties} />
          </li>
        ))}
      </ul>
    </>
  );
}

function HeldDuties({ duties }: Pick<ListedOrganisation, "duties">) {
  if (duties.length === 0) return <p className="text-sm text-muted">Holds no duty</p>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {duties.map(({ duty, role }) => (
        <li key={`${duty} ${role}`} className="text-sm">
          <ClauseLink id={duty} /> {role}
        </li>
      ))}
    </ul>
  );
}
