import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { AssignDuty } from "./assign-duty.tsx";
import { OfferButton } from "./offer-button.tsx";
import type { RotaPlace } from "./rota.ts";
import type { RotaViewer } from "./rota-viewer.ts";

export interface PlaceCellProps {
  readonly place: RotaPlace;
  /** The column's name, beside the value where there are no column headers. */
  readonly label: string;
  readonly viewer: RotaViewer;
}

/** Who stands for a duty in one of its two places, who would, and what the viewer can do about it. */
export function PlaceCell({ place, label, viewer }: PlaceCellProps) {
  const { duty, role, holder, offers } = place;
  const isOwn = holder?.organisationId === viewer.organisationId;
  const hasOffered = offers.some(({ organisationId }) => organisationId === viewer.organisationId);
  return (
    <td
      id={`${duty}-${role}`}
      role="cell"
      tabIndex={-1} // links of the offers lead here, and the focus comes along
      className="scroll-mt-4 py-4 pr-4 target:bg-accent-soft target:shadow-[-0.75rem_0_0_var(--color-accent-soft)] max-lg:py-0"
    >
      <span className="block text-sm text-muted lg:hidden">{label}</span>
      {holder === null ? (
        <Badge tone="advice" icon="warning">
          Vacant
        </Badge>
      ) : (
        <Link href={`/organisations/${holder.organisationId}`} prefetch={false} className="link inline-block min-h-6">
          {holder.organisation}
        </Link>
      )}
      {offers.length === 0 ? null : (
        <span className="block text-sm text-muted">
          Offered by {offers.map(({ organisation }) => organisation).join(", ")}
        </span>
      )}
      <div className="mt-1.5 -ml-2.5 flex flex-wrap gap-x-1 gap-y-0.5">
        {isOwn ? null : <OfferButton duty={duty} role={role} hasOffered={hasOffered} />}
        {viewer.assigning === null ? null : <AssignDuty place={place} {...viewer.assigning} />}
      </div>
    </td>
  );
}
