import { isSignedIn } from "#lib/access/actor.ts";
import { ok, refused } from "#lib/base/result.ts";
import { changeIssue } from "#lib/data/issues.ts";
import { issueOf } from "../load-case.ts";
import { recordAndTell } from "../tell.ts";
import { endEmbargo } from "./end-embargo.ts";
import type { TakeMemberStep, TakeStep } from "./step-context.ts";

/** Withdraws a report's issue: its embargo is over, and that it is made public is owed all the same. */
export const withdraw: TakeStep<"withdraw"> = async (step, context) => {
  const { loaded, actor, now } = context;
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  if (found.value.issue.withdrawnAt !== null) return refused({ code: "ISSUE_WITHDRAWN", facts: {} });
  const ended = await endEmbargo(context, found.value, { cause: "withdrawn", evidence: null }, { withdrawnAt: now });
  if (!ended.ok) return ended;
  await recordAndTell(actor, loaded.report, { kind: "issue-withdrawn", facts: { issue: step.issue } }, now);
  return ok(null);
};

/**
 * Records that an exploit was shared with the list, by the reporter or by somebody else: it is to be posted (R14).
 *
 * @problem EXPLOIT_FROM_REPORTER where a reporter would lay their own on somebody else, and so its posting on the list.
 */
export const shareExploit: TakeStep<"share-exploit"> = async (step, { loaded, actor, now }) => {
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const { sharedAt, by, publicationAt } = step;
  if (sharedAt > now)
    return refused({ code: "INSTANT_IN_FUTURE", facts: { now: now.toISOString() }, field: "sharedAt" });
  if (!isSignedIn(actor) && by === "other" && found.value.issue.exploitSharedBy === "reporter")
    return refused({ code: "EXPLOIT_FROM_REPORTER", facts: {}, clause: "R14", field: "by" });
  const exploit = { exploitSharedAt: sharedAt, exploitSharedBy: by, exploitPublicationAt: publicationAt };
  const changed = await changeIssue(actor, found.value.issue, exploit);
  if (!changed.ok) return changed;
  await recordAndTell(actor, loaded.report, { kind: "exploit-shared", facts: { issue: step.issue, by } }, now);
  return ok(null);
};

/** Says that an exploit was recorded as shared by mistake: none is to be posted. @problem NOT_FOUND when none was. */
export const takeBackExploit: TakeMemberStep<"take-back-exploit"> = async (step, { loaded, actor, now }) => {
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  if (found.value.issue.exploitSharedAt === null) return refused({ code: "NOT_FOUND", facts: {} });
  const exploit = { exploitSharedAt: null, exploitSharedBy: null, exploitPublicationAt: null };
  const changed = await changeIssue(actor, found.value.issue, exploit);
  if (!changed.ok) return changed;
  await recordAndTell(actor, loaded.report, { kind: "exploit-taken-back", facts: { issue: step.issue } }, now);
  return ok(null);
};

/** Says whether a CVE id is wanted, and which was assigned (A7, A8). */
export const setCve: TakeStep<"set-cve"> = async (step, { loaded, actor, now }) => {
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const { state, cveId } = step;
  if ((state === "assigned") !== (cveId !== null))
    return refused({ code: "CVE_ID_MISSING", facts: {}, clause: "A7", field: "cveId" });
  const changed = await changeIssue(actor, found.value.issue, { cveState: state, cveId });
  if (!changed.ok) return changed;
  await recordAndTell(actor, loaded.report, { kind: "cve-changed", facts: { issue: step.issue, state } }, now);
  return ok(null);
};

/** Grants the exceptional extension that some policies know. */
export const agreeExtension: TakeMemberStep<"agree-extension"> = async (step, { loaded, actor, now }) => {
  const found = issueOf(loaded, step);
  if (!found.ok) return found;
  const { issue, policy } = found.value;
  if (policy.extension?.condition !== "agreed")
    return refused({ code: "EXTENSION_UNKNOWN", facts: { policy: policy.name }, clause: "R11" });
  const changed = await changeIssue(actor, issue, { isExtensionAgreed: true });
  if (!changed.ok) return changed;
  await recordAndTell(actor, loaded.report, { kind: "extension-agreed", facts: { issue: step.issue } }, now);
  return ok(null);
};
