import { mayAdminister } from "#lib/access/permission.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { ListId, MemberId, OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { recordEvent } from "#lib/data/events.ts";
import { changeMemberToRemoved, createCertificate, createMember, findMemberByFingerprint } from "#lib/data/members.ts";
import { createOrganisation } from "#lib/data/organisations.ts";
import { createPinnedCoordinator } from "#lib/data/rosters.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { usableCertificate, type JudgedCertificate } from "./usable-certificate.ts";

export const maximumNameLength = 100;

/** Enrols an organisation (L2). @problem NOT_FOUND, NAME_MISSING, ORGANISATION_EXISTS. */
export async function enrolOrganisation(
  actor: Actor,
  name: string,
  now: Date,
): Promise<Result<OrganisationId, Problem>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  const cleaned = cleanName(name);
  if (!cleaned.ok) return cleaned;
  return inTransaction(actor, async () => {
    const organisation = await createOrganisation(actor, cleaned.value, now);
    if (!organisation.ok) return organisation;
    await recordEvent(actor, { kind: "organisation-enrolled", at: now, facts: { organisation: organisation.value } });
    return organisation;
  });
}

export interface Enrolment {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly address: string | null;
  readonly isCoordinator: boolean;
  readonly listIds: readonly ListId[];
  /** As uploaded: armoured or binary. */
  readonly certificate: Uint8Array | string;
}

/**
 * Enrols a person with a certificate of their own (L2, K10). They read nothing until a roster that names them is signed.
 *
 * @problem NOT_FOUND, NAME_MISSING, CERTIFICATE_IN_USE, and the codes of reading and judging a certificate.
 */
export async function enrolMember(
  actor: Actor,
  enrolment: Enrolment,
  now: Date,
): Promise<Result<{ readonly id: MemberId; readonly certificate: JudgedCertificate }, Problem>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  const name = cleanName(enrolment.name);
  if (!name.ok) return name;
  const judged = await unusedCertificate(actor, enrolment.certificate, now);
  if (!judged.ok) return judged;

  const certificate = storedColumns(judged.value);
  return inTransaction(actor, async () => {
    const id = await createMember(actor, { ...enrolment, name: name.value, certificate }, now);
    await recordEvent(actor, { kind: "member-enrolled", at: now, facts: { member: id } });
    return ok({ id, certificate: judged.value });
  });
}

/** Gives a member a new certificate. It counts once a roster that names it is signed. */
export async function replaceCertificate(
  actor: Actor,
  memberId: MemberId,
  upload: Uint8Array | string,
  now: Date,
): Promise<Result<JudgedCertificate, Problem>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  const judged = await unusedCertificate(actor, upload, now, memberId);
  if (!judged.ok) return judged;
  return inTransaction(actor, async () => {
    await createCertificate(actor, memberId, storedColumns(judged.value), now);
    await recordEvent(actor, { kind: "certificate-replaced", at: now, facts: { member: memberId } });
    return judged;
  });
}

/** Makes a coordinator's signature under rosters count for every browser. */
export async function pinCoordinator(actor: Actor, name: string, certificate: JudgedCertificate, now: Date) {
  if (!mayAdminister(actor)) throw new Error("only start-up and coordinators pin a coordinator");
  await inTransaction(actor, async () => {
    const { fingerprint, bytes } = certificate;
    await createPinnedCoordinator(actor, { fingerprint, name, certificate: bytes }, now);
    await recordEvent(actor, { kind: "coordinator-pinned", at: now });
  });
}

/** Removes a person: their sessions end now, and the next roster does not name them. @problem NOT_FOUND. */
export async function removeMember(actor: Actor, id: MemberId, now: Date): Promise<Result<null, Problem<"NOT_FOUND">>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  return inTransaction(actor, async () => {
    if (!(await changeMemberToRemoved(actor, id, now))) return refused({ code: "NOT_FOUND", facts: {} });
    await recordEvent(actor, { kind: "member-removed", at: now, facts: { member: id } });
    return ok(null);
  });
}

async function unusedCertificate(
  actor: Actor,
  upload: Uint8Array | string,
  now: Date,
  exceptFor?: MemberId,
): Promise<Result<JudgedCertificate, Problem>> {
  const judged = await usableCertificate(upload, now);
  if (!judged.ok) return judged;
  const owner = await findMemberByFingerprint(actor, judged.value.fingerprint);
  if (owner.ok && owner.value.id !== exceptFor)
    return refused({ code: "CERTIFICATE_IN_USE", facts: { memberName: owner.value.name }, field: "certificate" });
  return judged;
}

function storedColumns({ signingKeyIds: _, userIds: __, warnings: ___, ...columns }: JudgedCertificate) {
  return columns;
}

function cleanName(name: string): Result<string, Problem<"NAME_MISSING">> {
  const cleaned = name.replaceAll(/\s+/g, " ").trim();
  return cleaned.length > 0 && cleaned.length <= maximumNameLength
    ? ok(cleaned)
    : refused({ code: "NAME_MISSING", facts: { maximum: maximumNameLength }, field: "name" });
}
