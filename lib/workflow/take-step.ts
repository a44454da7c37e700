import { isSignedIn, type ReporterActor, type SignedInActor } from "#lib/access/actor.ts";
import type { ReportId } from "#lib/base/id.ts";
import type { Problem } from "#lib/base/problem.ts";
import { refused, type Result } from "#lib/base/result.ts";
import { lockReport } from "#lib/data/report-lock.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import type { Step, StepKind, StepOf } from "#lib/schema/step.ts";
import { loadCase } from "./load-case.ts";
import { settleReport } from "./settle-report.ts";
import { agreeExtension, setCve, shareExploit, takeBackExploit, withdraw } from "./steps/change-issue.ts";
import { close, reopen } from "./steps/close.ts";
import { move } from "./steps/move-discussion.ts";
import { answer, propose } from "./steps/negotiate.ts";
import { recordPosting, takeBackPosting } from "./steps/publish.ts";
import { recordFact } from "./steps/record-fact.ts";
import { recordDutyWork, recordLeak, setStatus, triage } from "./steps/say.ts";
import type { StepContext } from "./steps/step-context.ts";
import { merge, split } from "./steps/untangle.ts";

/**
 * Takes a step about a report: the one room behind the member's page, the reporter's, the API and mail. The step, its
 * event, its notices and what is owed from then on are written in one transaction, or not at all.
 *
 * @param now - The server's clock.
 * @problem NOT_FOUND when the actor may not see the report, or may not take this step.
 * @problem ISSUE_CHANGED when somebody was faster: look again, and decide again.
 * @problem any code of lib/base/problems/embargo.ts.
 */
export async function takeStep(
  actor: ReporterActor | SignedInActor,
  reportId: ReportId,
  step: Step,
  now: Date,
): Promise<Result<null, Problem>> {
  return inTransaction(actor, async () => {
    await lockReport(actor, reportId);
    const loaded = await loadCase(actor, reportId);
    if (!loaded.ok) return loaded;
    const taken = await dispatch(step, { actor, loaded: loaded.value, now });
    if (taken.ok) await settleReport(actor, reportId, now);
    return taken;
  });
}

/** What members alone may do. To a reporter there is no such step. */
const memberKinds = [
  "take-back-posting",
  "take-back-exploit",
  "agree-extension",
  "split",
  "merge",
  "set-status",
  "triage",
  "move",
  "reopen",
  "record-duty-work",
] as const satisfies readonly StepKind[];

type MemberStep = StepOf<(typeof memberKinds)[number]>;
type CommonStep = Exclude<Step, MemberStep>;

function isMemberStep(step: Step): step is MemberStep {
  return memberKinds.some((kind) => kind === step.kind);
}

function dispatch(step: Step, context: StepContext): Promise<Result<null, Problem>> {
  if (!isMemberStep(step)) return dispatchOfAnybody(step, context);
  const { actor } = context;
  return isSignedIn(actor)
    ? dispatchOfMember(step, { ...context, actor })
    : Promise.resolve(refused({ code: "NOT_FOUND", facts: {} }));
}

function dispatchOfAnybody(step: CommonStep, context: StepContext): Promise<Result<null, Problem>> {
  switch (step.kind) {
    case "propose":
      return propose(step, context);
    case "answer":
      return answer(step, context);
    case "record-fact":
      return recordFact(step, context);
    case "record-posting":
      return recordPosting(step, context);
    case "share-exploit":
      return shareExploit(step, context);
    case "withdraw":
      return withdraw(step, context);
    case "set-cve":
      return setCve(step, context);
    case "record-leak":
      return recordLeak(step, context);
    case "close":
      return close(step, context);
  }
}

function dispatchOfMember(step: MemberStep, context: StepContext<SignedInActor>): Promise<Result<null, Problem>> {
  switch (step.kind) {
    case "take-back-posting":
      return takeBackPosting(step, context);
    case "take-back-exploit":
      return takeBackExploit(step, context);
    case "agree-extension":
      return agreeExtension(step, context);
    case "split":
      return split(step, context);
    case "merge":
      return merge(step, context);
    case "set-status":
      return setStatus(step, context);
    case "triage":
      return triage(step, context);
    case "move":
      return move(step, context);
    case "reopen":
      return reopen(step, context);
    case "record-duty-work":
      return recordDutyWork(step, context);
  }
}
