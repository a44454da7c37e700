import type { IssueId, ObligationId, OrganisationId, ReportId } from "#lib/base/id.ts";
import { addHours } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { createCalendarFeed } from "#lib/data/calendar-feeds.ts";
import { createDutyOffer } from "#lib/data/duties.ts";
import { findIssue } from "#lib/data/issues.ts";
import { listObligations } from "#lib/data/obligations.ts";
import { findCase } from "#lib/data/cases.ts";
import { findReport } from "#lib/data/reports.ts";
import type { Step } from "#lib/schema/step.ts";
import { assignDuty } from "#lib/workflow/duties.ts";
import { remind } from "#lib/workflow/remind.ts";
import { takeStep } from "#lib/workflow/take-step.ts";
import type { SmallHouse } from "./small-house.ts";

/** What the work on a report is asked for by. */
export interface AskedWork {
  readonly handle: string;
  /** The first issue, under embargo. */
  readonly issueId: IssueId;
  readonly revision: number;
  /** The second issue, which Flora split out. */
  readonly secondIssueId: IssueId;
  /** Open: receipt is to be confirmed. */
  readonly openId: ObligationId;
  /** Open: a sign of life. */
  readonly progressId: ObligationId;
  /** Flora gave her word for it: the leak was told. */
  readonly closedId: ObligationId;
  /** Of the second issue. */
  readonly postingId: string;
  /** Of Uma, which has said nothing yet. */
  readonly silentOrganisationId: OrganisationId;
  /** Of Flora's calendar address. */
  readonly secretHash: string;
}

const secretHash = "5e".repeat(32);

/**
 * Flora works on a report: she splits an issue out that is public already, records a leak and a fact, says where her
 * organisation stands, answers the checklist, does a duty and closes a debt. The portal has reminded of what is owed.
 */
export async function furnishWork(
  { ada, flora, uma, system }: Pick<SmallHouse, "ada" | "flora" | "uma" | "system">,
  reportId: ReportId,
  at: Date,
): Promise<AskedWork> {
  const { actor } = flora;
  const take = async (step: Step) => expectOk(await takeStep(actor, reportId, step, at));
  await take({ kind: "split", issue: 1, revision: 0 });
  await take(postingOf({ issue: 2, revision: 0, postedAt: at }));
  await take({
    kind: "record-fact",
    issue: 1,
    revision: 1,
    fact: "fix-ready",
    occurredAt: at,
    evidence: "We wrote",
  });
  await take({ kind: "record-leak", noticedAt: at });
  await take({ kind: "set-status", issue: 1, status: "affected", envelopeId: null });
  await take({ kind: "triage", given: { question: "valid", answer: "yes" } });
  await take({ kind: "triage", given: { question: "public-or-low", answer: "neither" } });
  await take({ kind: "record-duty-work", duty: "T3", outcome: "nothing-found", envelopeId: null });
  const closedId = await obligationId(flora, reportId, "TELL_LEAK/1");
  await take({ kind: "close", obligationId: closedId, evidence: { kind: "word", text: "Told by telephone" } });

  await createDutyOffer(actor, "T4", "primary", at);
  const { organisationId } = ada.actor;
  const first = { duty: "A1", role: "primary", organisationId, seenOrganisationId: null } as const;
  expectOk(await assignDuty(ada.actor, first, at));
  await createCalendarFeed(actor, secretHash, at);
  await remind(system, addHours(at, 45));
  const { issues } = expectOk(await findCase(actor, reportId));
  const { id: issueId, revision } = expectOk(await findIssue(actor, reportId, 1));
  return {
    handle: expectOk(await findReport(actor, reportId)).handle,
    secondIssueId: expectOk(await findIssue(actor, reportId, 2)).id,
    progressId: await obligationId(flora, reportId, "REPORT_PROGRESS/1"),
    issueId,
    revision,
    openId: await obligationId(flora, reportId, "ACKNOWLEDGE"),
    closedId,
    postingId: issues.flatMap(({ postings }) => postings)[0]?.id ?? "",
    silentOrganisationId: uma.actor.organisationId,
    secretHash,
  };
}

/** A posting with its details, as it is recorded. */
export function postingOf({
  issue,
  revision,
  postedAt,
}: {
  readonly issue: number;
  readonly revision: number;
  readonly postedAt: Date;
}): Step {
  return {
    kind: "record-posting",
    issue,
    revision,
    posting: "mandatory",
    reference: "https://www.openwall.com/lists/oss-security/2026/11/04/1",
    postedAt,
    carriesDetails: true,
    includesExploit: false,
    announcesExploitAt: null,
  };
}

async function obligationId({ actor }: SmallHouse["flora"], reportId: ReportId, wanted: string): Promise<ObligationId> {
  const found = (await listObligations(actor, reportId)).find(({ key }) => key === wanted);
  if (found === undefined) throw new Error(`no obligation ${wanted}`);
  return found.id;
}
