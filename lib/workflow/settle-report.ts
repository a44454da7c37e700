import type { Actor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import { expectOk } from "#lib/base/result.ts";
import { recordEmbargoSteps } from "#lib/data/embargo-records.ts";
import { findLastActivity, recordEvent } from "#lib/data/events.ts";
import { changeIssue } from "#lib/data/issues.ts";
import { createWakeUps } from "#lib/data/jobs.ts";
import {
  changeObligation,
  changeObligationToMoot,
  createObligations,
  listObligations,
  listReminderStates,
  type KeptObligation,
} from "#lib/data/obligations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { EmbargoRecord } from "#lib/embargo/embargo-record.ts";
import type { Obligation } from "#lib/embargo/obligation.ts";
import { obligationsOf } from "#lib/embargo/obligations-of.ts";
import { nextReminderAt, remindersOf } from "#lib/embargo/reminders.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { embargoOfIssue, factsOf, loadCase, type IssueCase, type ReportCase } from "./load-case.ts";

/**
 * Brings what is owed for a report in line with what has happened to it: every change of a report ends with this, in its
 * own transaction. Also writes down the end of each embargo whose date has come.
 */
export async function settleReport(actor: Actor, reportId: ReportId, now: Date): Promise<void> {
  await inTransaction(actor, async () => {
    await createWakeUps(actor, await settleQuietly(actor, reportId, now));
  });
}

/** As {@link settleReport}, for a caller that asks for the jobs itself, with {@link createWakeUps}, last of all. */
export async function settleQuietly(actor: Actor, reportId: ReportId, now: Date): Promise<readonly Date[]> {
  return inTransaction(actor, async () => {
    const before = expectOk(await loadCase(actor, reportId));
    const ended = before.issues.filter((each) => hasReachedDate(each, now));
    for (const each of ended) await writeEnd(actor, each, now);
    const loaded = ended.length === 0 ? before : expectOk(await loadCase(actor, reportId));
    return settleObligations(actor, loaded, now);
  });
}

function hasReachedDate(each: IssueCase, now: Date): boolean {
  return embargoOfIssue(each, now).end?.cause === "date-reached" && each.issue.embargoState !== "exited";
}

/** The embargo is over at its date by itself; this says so in the record. */
async function writeEnd(actor: Actor, each: IssueCase, now: Date): Promise<void> {
  const { issue, records } = each;
  const { end } = embargoOfIssue(each, now);
  if (end === null) return;
  const changed = await changeIssue(actor, issue, { embargoState: "exited" });
  if (!changed.ok) return; // somebody else has just changed it, and settles it
  const step: EmbargoRecord = { step: "terminate", at: end.at, by: "policy", cause: "date-reached", evidence: null };
  await recordEmbargoSteps(actor, issue, [step], records.length);
  const facts = { issue: issue.number, cause: end.cause };
  await recordEvent(actor, { kind: "embargo-ended", at: now, reportId: issue.reportId, facts });
}

/** @returns when there is something to remind of that was not so before. */
async function settleObligations(actor: Actor, loaded: ReportCase, now: Date): Promise<readonly Date[]> {
  const { report } = loaded;
  const wanted = obligationsOf(factsOf(loaded, await findLastActivity(actor, report.id)), now);
  const kept = new Map((await listObligations(actor, report.id)).map((each) => [each.key, each]));
  const states = await listReminderStates(actor, report.id);
  const owing = {
    reportId: report.id,
    handle: report.handle,
    listId: report.listId,
    policyVersion: report.policyVersion,
  };
  const fresh = wanted
    .filter(({ key }) => !kept.has(key))
    .map((each) => withReminders(each, justBefore(each.openedAt), owing));
  if (fresh.length > 0) await createObligations(actor, owing, fresh, now);

  const instants = fresh.map((each) => each.nextReminderAt);
  for (const each of wanted) {
    const old = kept.get(each.key);
    if (old === undefined || (isSame(old, each) && old.listId === report.listId)) continue;
    const isMoved = old.dueAt.getTime() !== each.dueAt.getTime();
    const settled = withReminders(each, (isMoved ? null : states.get(old.id)?.remindedUntil) ?? justBefore(now), owing);
    await changeObligation(actor, old.id, { ...settled, listId: report.listId }, now);
    instants.push(settled.nextReminderAt);
  }
  const keys = new Set(wanted.map(({ key }) => key));
  for (const old of kept.values())
    if (old.closing === null && !keys.has(old.key)) await changeObligationToMoot(actor, old.id, now);
  return instants.filter((instant) => instant !== null);
}

/**
 * An obligation with its next reminder. What is new is reminded of from when it was opened, what has another instant
 * from now on, and what was opened again from where it was left: so what is late already is heard of once, at once.
 */
function withReminders(
  obligation: Obligation,
  remindedUntil: Date,
  { policyVersion }: Pick<KeptObligation, "policyVersion">,
) {
  const reminders = remindersOf(obligation, policyOf(policyVersion));
  return { ...obligation, remindedUntil, nextReminderAt: nextReminderAt(reminders, remindedUntil) };
}

/** So that what is due at the instant itself is still to come. */
function justBefore(instant: Date): Date {
  return new Date(instant.getTime() - 1);
}

function isSame(old: KeptObligation, wanted: Obligation): boolean {
  return (
    old.openedAt.getTime() === wanted.openedAt.getTime() &&
    old.dueAt.getTime() === wanted.dueAt.getTime() &&
    old.owner === wanted.owner &&
    old.duty === wanted.duty &&
    old.clause === wanted.clause &&
    old.closing?.at.getTime() === wanted.closing?.at.getTime() &&
    old.closing?.evidence.kind === wanted.closing?.evidence.kind &&
    old.closing?.evidence.text === wanted.closing?.evidence.text
  );
}
