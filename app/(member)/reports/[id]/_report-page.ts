import type { SignedInActor } from "#lib/access/actor.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listEvents } from "#lib/data/events.ts";
import { listLists } from "#lib/data/lists.ts";
import { listMembers } from "#lib/data/members.ts";
import { findReadMark } from "#lib/data/read-marks.ts";
import { listReaders } from "#lib/data/readers.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import type { ReportCase } from "#lib/workflow/load-case.ts";
import { showCase } from "#lib/workflow/show-case.ts";
import { showWork } from "#lib/workflow/show-work.ts";

/** Everything that the page of a report shows to a member who may see it. */
export async function reportPageOf(actor: SignedInActor, loaded: ReportCase, now: Date): Promise<ReportPage> {
  const { report } = loaded;
  const [envelopes, certificates, readers, events, members, lists, readUntil, shownCase, shownWork] = await Promise.all(
    [
      listEnvelopes(actor, { reportId: report.id }),
      listReporterCertificates(actor, report.id),
      listReaders(actor, report.id),
      listEvents(actor, report.id),
      listMembers(actor),
      listLists(actor),
      findReadMark(actor, report.id),
      showCase(actor, loaded, { party: "list", memberId: actor.memberId }, now),
      showWork(actor, loaded, now),
    ],
  );
  const list = lists.find(({ id }) => id === report.listId);
  if (list === undefined) throw new Error("a report without its list");

  return {
    report: { ...report, listTitle: list.title, answers: report.facts },
    ...shownCase,
    ...shownWork,
    envelopes: envelopes.map((each) => ({ ...each, parts: [...each.parts], keyPackets: [...each.keyPackets] })),
    reporterCertificates: [...certificates],
    readers: [...readers],
    events: events.map((event) => ({ ...event, facts: { ...event.facts } })),
    members: members.map(({ id, name, organisation, certificate }) => ({
      id,
      name,
      organisation,
      fingerprint: certificate?.fingerprint ?? null,
    })),
    listNames: lists.map(({ name }) => name),
    viewerId: actor.memberId,
    viewerOrganisationId: actor.organisationId,
    readUntil,
    now,
  };
}
