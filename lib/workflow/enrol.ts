import { mayAdminister } from "#lib/access/permission.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { ListId, MemberId, OrganisationId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";
import { recordEvent } from "#lib/data/events.ts";
import {
  changeMemberToRemoved,
  createCertificate,
  createMember,
  findMember,
  listMembers,
  lockMembers,
  type MemberSummary,
} from "#lib/data/members.ts";
import { createOrganisation } from "#lib/data/organisations.ts";
import { changeCoordinatorToUnpinned, createPinnedCoordinator } from "#lib/data/rosters.ts";
import { changeMemberSessionsToEnded } from "#lib/data/sessions.ts";
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
    await lockMembers(actor);
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
  const judged = await usableCertificate(enrolment.certificate, now);
  if (!judged.ok) return refused({ ...judged.problem, field: "certificate" });

  return inTransaction(actor, async () => {
    const owner = await otherOwner(actor, judged.value);
    if (!owner.ok) return owner;
    const certificate = storedColumns(judged.value);
    const id = await createMember(actor, { ...enrolment, name: name.value, certificate }, now);
    await recordEvent(actor, { kind: "member-enrolled", at: now, facts: { member: id } });
    if (enrolment.isCoordinator) await pin(actor, { id, name: name.value }, judged.value, now);
    return ok({ id, certificate: judged.value });
  });
}

/**
 * Gives a member a new certificate. It counts once a roster that names it is signed; for signing rosters, at once. What
 * the former key has signed in ends, since that key may be in other hands.
 */
export async function replaceCertificate(
  actor: Actor,
  memberId: MemberId,
  upload: Uint8Array | string,
  now: Date,
): Promise<Result<JudgedCertificate, Problem>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  const judged = await usableCertificate(upload, now);
  if (!judged.ok) return refused({ ...judged.problem, field: "certificate" });

  return inTransaction(actor, async () => {
    const owner = await otherOwner(actor, judged.value, memberId);
    if (!owner.ok) return owner;
    const member = await findMember(actor, memberId);
    if (!member.ok) return member;
    await createCertificate(actor, memberId, storedColumns(judged.value), now);
    await changeMemberSessionsToEnded(actor, memberId, now);
    await recordEvent(actor, { kind: "certificate-replaced", at: now, facts: { member: memberId } });
    if (member.value.isCoordinator) {
      await unpin(actor, member.value, now);
      await pin(actor, member.value, judged.value, now);
    }
    return judged;
  });
}

/**
 * Removes a person: their sessions end now, and the next roster does not name them. A coordinator's signature under
 * rosters counts no more, the published ones included.
 *
 * @problem NOT_FOUND when there is no such member, or the actor does not administer; LAST_COORDINATOR.
 */
export async function removeMember(
  actor: Actor,
  id: MemberId,
  now: Date,
): Promise<Result<null, Problem<"NOT_FOUND" | "LAST_COORDINATOR">>> {
  if (!mayAdminister(actor)) return refused({ code: "NOT_FOUND", facts: {} });
  return inTransaction(actor, async () => {
    await lockMembers(actor);
    const member = await findMember(actor, id);
    if (!member.ok) return member;
    if (member.value.isCoordinator) {
      const members = await listMembers(actor);
      if (members.filter(({ isCoordinator }) => isCoordinator).length === 1)
        return refused({ code: "LAST_COORDINATOR", facts: {} });
      await unpin(actor, member.value, now);
    }
    await changeMemberToRemoved(actor, id, now);
    await recordEvent(actor, { kind: "member-removed", at: now, facts: { member: id } });
    return ok(null);
  });
}

/** Makes a coordinator's signature under rosters count for every browser. */
async function pin(
  actor: Actor,
  { id, name }: Pick<MemberSummary, "id" | "name">,
  { fingerprint, bytes }: JudgedCertificate,
  now: Date,
): Promise<void> {
  await createPinnedCoordinator(actor, { fingerprint, name, certificate: bytes }, now);
  await recordEvent(actor, { kind: "coordinator-pinned", at: now, facts: { member: id } });
}

async function unpin(actor: Actor, { id, certificate }: MemberSummary, now: Date): Promise<void> {
  if (certificate === null) return;
  await changeCoordinatorToUnpinned(actor, certificate.fingerprint);
  await recordEvent(actor, { kind: "coordinator-unpinned", at: now, facts: { member: id } });
}

/**
 * Refuses a certificate that somebody else reads with, and keeps it so until the transaction ends. One with their
 * encryption subkey bound to it (which takes no secret of theirs) counts as theirs: of two readers whose key packets
 * cannot be told apart one is always missing, and the list could be sent nothing.
 */
async function otherOwner(
  actor: Actor,
  { fingerprint, encryptionKeyId }: JudgedCertificate,
  exceptFor?: MemberId,
): Promise<Result<null, Problem<"CERTIFICATE_IN_USE">>> {
  await lockMembers(actor);
  const owner = (await listMembers(actor)).find(
    ({ id, certificate }) =>
      id !== exceptFor &&
      (certificate?.fingerprint === fingerprint || certificate?.encryptionKeyId === encryptionKeyId),
  );
  return owner === undefined
    ? ok(null)
    : refused({ code: "CERTIFICATE_IN_USE", facts: { memberName: owner.name }, field: "certificate" });
}

function storedColumns({ signingKeyIds: _, userIds: __, warnings: ___, ...columns }: JudgedCertificate) {
  return columns;
}

/** A name on one line, without control characters, or blanks around it. @problem NAME_MISSING when nothing is left, or too much. */
export function cleanName(name: string): Result<string, Problem<"NAME_MISSING">> {
  const cleaned = name.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  return cleaned.length > 0 && cleaned.length <= maximumNameLength
    ? ok(cleaned)
    : refused({ code: "NAME_MISSING", facts: { maximum: maximumNameLength }, field: "name" });
}
