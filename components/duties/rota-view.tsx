import type { ReactNode } from "react";
import { ClauseLink } from "#components/policy/clause-link.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { placesOf, type Rota, type RotaPlace } from "./rota.ts";
import { RotaTable } from "./rota-table.tsx";
import type { RotaViewer } from "./rota-viewer.ts";

export interface RotaViewProps {
  readonly rota: Rota;
  readonly viewer: RotaViewer;
}

/** Who does what for the list (K7): each duty with its primary and its backup, and what nobody has taken. */
export function RotaView({ rota, viewer }: RotaViewProps) {
  const places = placesOf(rota);
  const vacant = places.filter(({ holder }) => holder === null).length;
  return (
    <>
      <PageHeader
        title="Duties"
        lead={
          <>
            What members give back (<ClauseLink id="K7" />
            ): each duty with an organisation that does it and one that stands in.{" "}
            {vacant === 0
              ? "All are taken."
              : `${countText(vacant, "place")} of ${String(places.length)} ${vacant === 1 ? "is" : "are"} vacant.`}
          </>
        }
      />
      <div className="space-y-12">
        <Offers places={places} isCoordinator={viewer.assigning !== null} />
        <RotaSection id="technical" title="Technical duties">
          <RotaTable caption="Technical duties" lines={rota.technical} viewer={viewer} />
        </RotaSection>
        <RotaSection id="administrative" title="Administrative duties">
          <RotaTable caption="Administrative duties" lines={rota.administrative} viewer={viewer} />
        </RotaSection>
        <RotaSection id="anyone" title="For anyone">
          <p className="text-muted">Nobody is named for these: whoever likes does them.</p>
          <dl className="divide-y divide-line border-y border-line">
            {rota.anyone.map(({ id, title, text }) => (
              <div key={id} className="py-4">
                <dt className="font-medium">
                  <ClauseLink id={id} /> {title}
                </dt>
                <dd className="max-w-prose text-muted">{text}</dd>
              </div>
            ))}
          </dl>
        </RotaSection>
      </div>
    </>
  );
}

function RotaSection({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Who has volunteered and waits for an answer. */
function Offers({ places, isCoordinator }: { readonly places: readonly RotaPlace[]; readonly isCoordinator: boolean }) {
  const offers = places.flatMap((place) => place.offers);
  if (offers.length === 0) return null;
  return (
    <Notice title={`${countText(offers.length, "offer")} ${offers.length === 1 ? "waits" : "wait"} for a coordinator`}>
      <ul>
        {offers.map(({ duty, role, organisationId, organisation }) => (
          <li key={`${duty} ${role} ${organisationId}`}>
            {organisation}, for{" "}
            <a href={`#${duty}-${role}`} className="link">
              {duty} as {role}
            </a>
          </li>
        ))}
      </ul>
      {isCoordinator ? <p>Assign the duty, or leave it as it is; the offer stands until they take it back.</p> : null}
    </Notice>
  );
}
