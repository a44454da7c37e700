import type { Metadata } from "next";
import Link from "next/link";
import { EnrolOrganisation } from "#components/coordination/enrol-organisation-form.tsx";
import { EnrolPerson } from "#components/coordination/enrol-person-form.tsx";
import { OrganisationPeople } from "#components/coordination/organisation-people.tsx";
import { RosterNotices } from "#components/coordination/roster-notices.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { listLists } from "#lib/data/lists.ts";
import { listPeople } from "#lib/workflow/people.ts";
import { coordinatorOrNothing } from "../_coordinator.ts";
import { enrolMemberAction, enrolOrganisationAction, removeMemberAction, replaceCertificateAction } from "./actions.ts";
import { shownOrganisation } from "./_shown-organisation.ts";
import { rosterStandings } from "./_roster-standings.ts";

export const metadata: Metadata = { title: "Coordination" };

export default async function CoordinationPage() {
  const actor = await coordinatorOrNothing();
  const now = new Date();
  const lists = await listLists(actor);
  const organisations = (await listPeople(actor, now)).map((each) => shownOrganisation(each, lists));
  const choices = organisations.map(({ id, name }) => ({ id, name }));

  return (
    <>
      <PageHeader
        title="Coordination"
        lead="Who belongs to the lists. What you change here reaches senders when you sign the next rosters."
        actions={
          <>
            <LinkButton href="#enrol">Enrol somebody</LinkButton>
            <LinkButton as={Link} href="/coordination/rosters" variant="primary">
              Sign rosters
            </LinkButton>
          </>
        }
      />
      <div className="space-y-12">
        <RosterNotices standings={await rosterStandings(actor, lists, now)} />
        <section aria-labelledby="people" className="space-y-4">
          <h2 id="people" className="text-2xl">
            Organisations and people
          </h2>
          {organisations.map((organisation) => (
            <OrganisationPeople
              key={organisation.id}
              organisation={organisation}
              remove={removeMemberAction}
              replace={replaceCertificateAction}
              now={now}
            />
          ))}
        </section>
        <section aria-labelledby="enrol" className="space-y-4">
          <h2 id="enrol" className="text-2xl">
            Enrol
          </h2>
          <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
            <Panel title="A person" level={3}>
              <EnrolPerson
                organisations={choices}
                lists={lists.map(({ id, name }) => ({ id, name }))}
                enrol={enrolMemberAction}
                now={now}
              />
            </Panel>
            <Panel title="An organisation" level={3}>
              <EnrolOrganisation enrol={enrolOrganisationAction} />
            </Panel>
          </div>
        </section>
      </div>
    </>
  );
}
