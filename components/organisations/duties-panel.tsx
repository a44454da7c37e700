import Link from "next/link";
import { ClauseLink } from "#components/policy/clause-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { clauseOf } from "#lib/policy/clause.ts";
import type { OrganisationPage } from "#lib/schema/organisation-page.ts";

/** The duties that an organisation holds, and those for which it has volunteered. */
export function DutiesPanel({ duties, offers }: Pick<OrganisationPage, "duties" | "offers">) {
  return (
    <Panel
      id="duties"
      title="Duties"
      aside={
        <Link href="/duties" className="link text-sm">
          All duties
        </Link>
      }
    >
      {duties.length + offers.length === 0 ? (
        <p className="text-muted">It holds none, and has volunteered for none.</p>
      ) : null}
      <ul className="space-y-3">
        {duties.map(({ duty, role, since }) => (
          <li key={`${duty} ${role}`}>
            <p>
              <ClauseLink id={duty} /> {clauseOf(duty).title} <Badge>{role}</Badge>
            </p>
            <p className="text-sm text-muted">
              since <Instant at={since} />
            </p>
          </li>
        ))}
        {offers.map(({ duty, role, at }) => (
          <li key={`offer ${duty} ${role}`}>
            <p>
              <ClauseLink id={duty} /> {clauseOf(duty).title} <Badge tone="note">offered as {role}</Badge>
            </p>
            <p className="text-sm text-muted">
              on <Instant at={at} />, and not answered yet
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
