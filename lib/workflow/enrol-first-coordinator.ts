import type { Actor, SystemActor } from "#lib/access/actor.ts";
import { hex, sha256, utf8 } from "#lib/base/bytes.ts";
import type { MemberId, OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { listLists } from "#lib/data/lists.ts";
import { listOrganisations } from "#lib/data/organisations.ts";
import { changeEnrolmentLinkToUsed, isEnrolmentLinkLive } from "#lib/data/spent.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { cleanName, enrolMember, enrolOrganisation } from "./enrol.ts";
import { usableCertificate, type JudgedCertificate } from "./usable-certificate.ts";

export interface FirstCoordinator {
  /** Out of the link's fragment. */
  readonly token: string;
  readonly name: string;
  /** Empty for {@link coordinationName}. */
  readonly organisation: string;
  readonly certificate: Uint8Array | string;
}

/** The organisation of a coordinator who belongs to no distribution. */
export const coordinationName = "Coordination";

/** As the link's token is stored: its SHA-256, lower-case hexadecimal. */
export async function enrolmentTokenHash(token: string): Promise<string> {
  return hex(await sha256(utf8(token)));
}

/**
 * Enrols the first coordinator of an empty house by the one-time link that its first start printed: a member of both
 * lists whose signature under rosters counts. What is wrong with name or certificate does not use the link up.
 *
 * @param actor - The door: whoever holds the link is nobody yet.
 * @problem LINK_SPENT when there is no such link, it was used, or its time is over.
 * @problem NAME_MISSING, and the codes of reading and judging a certificate.
 */
export async function enrolFirstCoordinator(
  actor: SystemActor,
  { token, name, organisation, certificate }: FirstCoordinator,
  now: Date,
): Promise<Result<{ readonly id: MemberId; readonly certificate: JudgedCertificate }, Problem>> {
  const tokenHash = await enrolmentTokenHash(token);
  // First, so that nobody without a link has the server read a certificate.
  if (!(await isEnrolmentLinkLive(actor, tokenHash, now))) return refused({ code: "LINK_SPENT", facts: {} });
  const cleaned = cleanName(name);
  if (!cleaned.ok) return cleaned;
  const organisationName = cleanName(organisation === "" ? coordinationName : organisation);
  if (!organisationName.ok) return refused({ ...organisationName.problem, field: "organisation" });
  const judged = await usableCertificate(certificate, now);
  if (!judged.ok) return refused({ ...judged.problem, field: "certificate" });

  return inTransaction(actor, async () => {
    if (!(await changeEnrolmentLinkToUsed(actor, tokenHash, now))) return refused({ code: "LINK_SPENT", facts: {} });
    const organisationId = await organisationNamed(actor, organisationName.value, now);
    if (!organisationId.ok) return organisationId;
    const lists = await listLists(actor);
    const who = { name: cleaned.value, address: null, isCoordinator: true, listIds: lists.map(({ id }) => id) };
    return enrolMember(actor, { ...who, organisationId: organisationId.value, certificate }, now);
  });
}

async function organisationNamed(actor: Actor, name: string, now: Date): Promise<Result<OrganisationId, Problem>> {
  const organisations = await listOrganisations(actor);
  const known = organisations.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return known === undefined ? enrolOrganisation(actor, name, now) : ok(known.id);
}
