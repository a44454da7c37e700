import type { Actor } from "#lib/access/actor.ts";
import { addDays } from "#lib/base/instant.ts";
import { listMembers, type MemberSummary } from "#lib/data/members.ts";
import { listOrganisations, type OrganisationSummary } from "#lib/data/organisations.ts";
import { expiryWarningDays } from "#lib/pgp/verdict.ts";

/** Whether a person can be sealed to, as far as the calendar says. */
export type CertificateStanding = "valid" | "expires-soon" | "expired" | "missing";

export interface Person extends MemberSummary {
  readonly standing: CertificateStanding;
}

export interface OrganisationPeople extends OrganisationSummary {
  readonly people: readonly Person[];
}

/** Who is enrolled now, by organisation and name; organisations without anybody too. */
export async function listPeople(actor: Actor, now: Date): Promise<readonly OrganisationPeople[]> {
  const organisations = await listOrganisations(actor);
  const members = await listMembers(actor);
  return organisations.map((organisation) => ({
    ...organisation,
    people: members
      .filter(({ organisationId }) => organisationId === organisation.id)
      .map((member) => ({ ...member, standing: standingOf(member, now) })),
  }));
}

/** Of a certificate that expires in exactly the days of the warning, it is said already. */
export function standingOf({ certificate }: Pick<MemberSummary, "certificate">, now: Date): CertificateStanding {
  if (certificate === null) return "missing";
  const { expiresAt } = certificate;
  if (expiresAt === null) return "valid";
  if (expiresAt <= now) return "expired";
  return expiresAt <= addDays(now, expiryWarningDays) ? "expires-soon" : "valid";
}
