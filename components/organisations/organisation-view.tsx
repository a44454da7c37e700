import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { OrganisationPage, OrganisationPerson } from "#lib/schema/organisation-page.ts";
import { ContributionsPanel } from "./contributions-panel.tsx";
import { DebtsPanel } from "./debts-panel.tsx";
import { DutiesPanel } from "./duties-panel.tsx";
import { SilencePanel } from "./silence-panel.tsx";

export interface OrganisationViewProps {
  readonly organisation: OrganisationPage;
  readonly now: Date;
}

/** An organisation: what it owes and does, where it is silent, and who its people are. */
export function OrganisationView({ organisation, now }: OrganisationViewProps) {
  const { name, people, duties, offers, debts, unanswered, contributions, since } = organisation;
  return (
    <>
      <PageHeader
        title={name}
        lead="What it owes, what it did and where it is silent: counted in the reports that you can read."
        back={{ href: "/organisations", label: "Organisations" }}
        as={Link}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-6">
          <DebtsPanel debts={debts} now={now} />
          <ContributionsPanel contributions={contributions} since={since} />
        </div>
        <div className="space-y-6">
          <SilencePanel unanswered={unanswered} now={now} />
          <DutiesPanel duties={duties} offers={offers} />
          <PeoplePanel people={people} />
        </div>
      </div>
    </>
  );
}

function PeoplePanel({ people }: { readonly people: readonly OrganisationPerson[] }) {
  return (
    <Panel id="people" title="People">
      {people.length === 0 ? <p className="text-muted">Nobody is enrolled yet.</p> : null}
      <ul className="space-y-2">
        {people.map(({ id, name, isCoordinator, listNames }) => (
          <li key={id}>
            <span className="font-medium">{name}</span> {isCoordinator ? <Badge tone="note">coordinator</Badge> : null}
            <span className="block text-sm text-muted">
              {listNames.length === 0 ? "reads no list" : `reads ${listNames.join(" and ")}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
