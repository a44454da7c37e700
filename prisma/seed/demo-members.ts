import { prove } from "#lib/access/_prove.ts";
import type { Actor, SignedInActor } from "#lib/access/actor.ts";
import type { OrganisationId, SessionId } from "#lib/base/id.ts";
import { expectOk } from "#lib/base/result.ts";
import type { ListSummary } from "#lib/data/lists.ts";
import { enrolMember, enrolOrganisation } from "#lib/workflow/enrol.ts";
import type { DemoMemberKey } from "./demo-folder.ts";
import type { DemoKey } from "./demo-key.ts";

/** One of the demo's people as an enrolled member, with what they act with. */
export interface DemoMember {
  readonly fileName: string;
  readonly actor: SignedInActor;
  readonly key: DemoKey;
}

/** Enrols everybody with their certificates; a coordinator's is pinned thereby. */
export async function enrolDemoMembers(
  actor: Actor,
  keys: readonly DemoMemberKey[],
  lists: ReadonlyMap<string, ListSummary>,
  now: Date,
): Promise<readonly DemoMember[]> {
  const organisations = new Map<string, OrganisationId>();
  const members: DemoMember[] = [];
  for (const member of keys) {
    const { organisation } = member.person;
    const known = organisations.get(organisation);
    const organisationId = known ?? expectOk(await enrolOrganisation(actor, organisation, now));
    organisations.set(organisation, organisationId);
    members.push(await enrolDemoMember(actor, { ...member, organisationId, lists }, now));
  }
  return members;
}

async function enrolDemoMember(
  actor: Actor,
  {
    person,
    key,
    organisationId,
    lists,
  }: DemoMemberKey & { readonly organisationId: OrganisationId; readonly lists: ReadonlyMap<string, ListSummary> },
  now: Date,
): Promise<DemoMember> {
  const { name, address, isCoordinator, listNames, fileName } = person;
  const listIds = listNames.flatMap((listName) => lists.get(listName)?.id ?? []);
  const enrolment = { organisationId, name, address, isCoordinator, listIds, certificate: key.certificate };
  const { id: memberId } = expectOk(await enrolMember(actor, enrolment, now));

  const who = { memberId, organisationId, listIds, sessionId: crypto.randomUUID() as SessionId };
  return {
    fileName,
    key,
    actor: isCoordinator ? prove({ kind: "coordinator", ...who }) : prove({ kind: "member", ...who }),
  };
}
