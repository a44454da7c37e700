import type { SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, type Result } from "#lib/base/result.ts";
import { findMemberFile } from "#lib/data/case-files.ts";
import { findHouse } from "#lib/data/house.ts";
import { listLists } from "#lib/data/lists.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { caseOf } from "#lib/workflow/load-case.ts";
import { showCase } from "#lib/workflow/show-case.ts";
import { showWork } from "#lib/workflow/show-work.ts";

/**
 * Everything that the page of a report shows to a member who may see it, in three questions to PostgreSQL.
 *
 * @problem NOT_FOUND for a missing report and a forbidden one alike.
 */
export function reportPageOf(
  actor: SignedInActor,
  id: ReportId,
  now: Date,
): Promise<Result<ReportPage, Problem<"NOT_FOUND">>> {
  return inTransaction(actor, async () => {
    const file = await findMemberFile(actor, id);
    if (!file.ok) return file;
    const house = await findHouse(actor);
    const lists = await listLists(actor);

    const { kept, events, envelopes, reporterCertificates, readUntil } = file.value;
    const loaded = caseOf(kept);
    const list = lists.find((each) => each.id === kept.report.listId);
    if (list === undefined) throw new Error("a report without its list");
    const names = new Map(house.members.map((member) => [member.id, member.name]));
    const known = { ...file.value, loaded, house, people: house.members, lists };
    return ok({
      report: { ...kept.report, listTitle: list.title, answers: kept.report.facts },
      ...showCase(known, { party: "list", memberId: actor.memberId }, now),
      ...showWork(known, now),
      envelopes: envelopes.map((each) => ({ ...each, parts: [...each.parts], keyPackets: [...each.keyPackets] })),
      reporterCertificates: [...reporterCertificates],
      events: events.map(({ memberId, facts, ...event }) => ({
        ...event,
        memberName: memberId === null ? null : (names.get(memberId) ?? null),
        facts: { ...facts },
      })),
      members: house.members
        .filter(({ isPresent }) => isPresent)
        .map(({ id: memberId, name, organisation, fingerprint }) => ({
          id: memberId,
          name,
          organisation,
          fingerprint,
        })),
      listNames: lists.map(({ name }) => name),
      viewerId: actor.memberId,
      viewerOrganisationId: actor.organisationId,
      readUntil,
      now,
    });
  });
}
