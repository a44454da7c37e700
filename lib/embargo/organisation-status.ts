/** How far an organisation is with an issue, in the order in which it usually gets there. */
export const organisationStatuses = [
  "not-opened",
  "opened",
  "looking",
  "affected",
  "not-affected",
  "not-shipped",
  "fix-ready",
  "released",
] as const;

export type OrganisationStatusName = (typeof organisationStatuses)[number];

/** What an organisation says itself. That it opened an envelope, or did not, is seen and not said. */
export type StatusAnswer = Exclude<OrganisationStatusName, "not-opened" | "opened">;

export type Affectedness = "unknown" | "affected" | "not-affected";

/** `not-shipped` needs no fix either; `fix-ready` and `released` would not exist for what is not affected. */
const affectednesses: Readonly<Record<OrganisationStatusName, Affectedness>> = {
  "not-opened": "unknown",
  opened: "unknown",
  looking: "unknown",
  affected: "affected",
  "not-affected": "not-affected",
  "not-shipped": "not-affected",
  "fix-ready": "affected",
  released: "affected",
};

export function isAnswer(status: OrganisationStatusName): status is StatusAnswer {
  return status !== "not-opened" && status !== "opened";
}

/** What follows for the organisation's users. Silence is `unknown`, and never `not-affected`. */
export function affectednessOf(status: OrganisationStatusName): Affectedness {
  return affectednesses[status];
}

/** The status once somebody of the organisation has opened an envelope: that takes no answer back. */
export function statusAfterOpening(status: OrganisationStatusName): OrganisationStatusName {
  return isAnswer(status) ? status : "opened";
}
