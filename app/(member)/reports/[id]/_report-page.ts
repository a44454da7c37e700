import type { SignedInActor } from "#lib/access/actor.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listEvents } from "#lib/data/events.ts";
import { listLists } from "#lib/data/lists.ts";
import { listMembers } from "#lib/data/members.ts";
import { findReadMark } from "#lib/data/read-marks.ts";
import { listReaders } from "#lib/data/readers.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import type { ReportSummary } from "#lib/data/reports.ts";
import { openObligations } from "#lib/embargo/reporter-obligations.ts";
import { reportTimes } from "#lib/embargo/report-times.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";

/** Everything that the page of a report shows to a member who may see it. */
export async function reportPageOf(actor: SignedInActor, report: ReportSummary, now: Date): Promise<ReportPage> {
  const [envelopes, certificates, readers, events, members, lists, readUntil] = await Promise.all([
    listEnvelopes(actor, { reportId: report.id }),
    listReporterCertificates(actor, report.id),
    listReaders(actor, report.id),
    listEvents(actor, report.id),
    listMembers(actor),
    listLists(actor),
    findReadMark(actor, report.id),
  ]);
  const list = lists.find(({ id }) => id === report.listId);
  if (list === undefined) throw new Error("a report without its list");

  return {
    report: { ...report, listTitle: list.title, answers: report.facts },
    obligations: [...openObligations(reportTimes(report), policyOf(report.policyVersion))],
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
    readUntil,
    now,
  };
}
