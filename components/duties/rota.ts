import { clausesOfGroup, type Clause } from "#lib/policy/clause.ts";
import { dutyIds, type DutyId, type DutyRole } from "#lib/policy/duty.ts";
import type { DutyOrganisation } from "#lib/schema/organisation-page.ts";

/** One of the two who stand for a duty: who does, or nobody, and who would. */
export interface RotaPlace {
  readonly duty: DutyId;
  readonly role: DutyRole;
  readonly holder: DutyOrganisation | null;
  readonly offers: readonly DutyOrganisation[];
}

export interface RotaLine {
  readonly clause: Clause;
  readonly primary: RotaPlace;
  readonly backup: RotaPlace;
}

export interface Rota {
  readonly technical: readonly RotaLine[];
  readonly administrative: readonly RotaLine[];
  /** What anyone may do, so that nobody is named for it. */
  readonly anyone: readonly Clause[];
}

/** The rota in the order of the policy. What nobody holds stands in it as vacant. */
export function rotaOf(holders: readonly DutyOrganisation[], offers: readonly DutyOrganisation[]): Rota {
  const clauses = clausesOfGroup("duty");
  const placeOf = (duty: DutyId, role: DutyRole): RotaPlace => {
    const isHere = (each: DutyOrganisation) => each.duty === duty && each.role === role;
    return { duty, role, holder: holders.find(isHere) ?? null, offers: offers.filter(isHere) };
  };
  const lines = clauses.flatMap((clause) => {
    const duty = dutyIds.find((id) => id === clause.id);
    return duty === undefined ? [] : [{ clause, primary: placeOf(duty, "primary"), backup: placeOf(duty, "backup") }];
  });
  return {
    technical: lines.filter(({ clause }) => clause.id.startsWith("T")),
    administrative: lines.filter(({ clause }) => clause.id.startsWith("A")),
    anyone: clauses.filter(({ id }) => !dutyIds.some((duty) => duty === id)),
  };
}

/** Every place of the rota, in its order. */
export function placesOf({ technical, administrative }: Rota): readonly RotaPlace[] {
  return [...technical, ...administrative].flatMap(({ primary, backup }) => [primary, backup]);
}
