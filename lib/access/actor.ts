import type { ListId, MemberId, OrganisationId, ReportId, SessionId } from "#lib/base/id.ts";

declare const proven: unique symbol;

/** Who asks. An object literal cannot pass for one: only `_prove.ts` makes them, and only doors may import that. */
export type Actor = { readonly [proven]: true } & (Anonymous | Reporter | Member | Coordinator | System);

export interface Anonymous {
  readonly kind: "anonymous";
}

/** Holds the receipt of one report. */
export interface Reporter {
  readonly kind: "reporter";
  readonly reportId: ReportId;
}

interface SignedIn {
  readonly memberId: MemberId;
  readonly organisationId: OrganisationId;
  readonly listIds: readonly ListId[];
  readonly sessionId: SessionId;
}

export interface Member extends SignedIn {
  readonly kind: "member";
}

export interface Coordinator extends SignedIn {
  readonly kind: "coordinator";
}

/** Start-up, seeding and jobs: acts for nobody and opens nothing. */
export interface System {
  readonly kind: "system";
}

export type SignedInActor = Extract<Actor, { readonly kind: "member" | "coordinator" }>;
export type ReporterActor = Extract<Actor, { readonly kind: "reporter" }>;
export type SystemActor = Extract<Actor, { readonly kind: "system" }>;

/** Whether the actor is a member, coordinators included. */
export function isSignedIn(actor: Actor): actor is SignedInActor {
  return actor.kind === "member" || actor.kind === "coordinator";
}
