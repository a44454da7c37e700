import type { CoordinationAction } from "#components/coordination/form-state.ts";
import type { OrganisationId } from "#lib/base/id.ts";

/** Who looks at the rota, and what they can do there. */
export interface RotaViewer {
  readonly organisationId: OrganisationId;
  /** For coordinators: how to assign, and to whom. */
  readonly assigning: {
    readonly assign: CoordinationAction;
    readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
  } | null;
}
