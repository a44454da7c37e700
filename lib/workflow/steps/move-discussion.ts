import { ok, refused } from "#lib/base/result.ts";
import { findList } from "#lib/data/lists.ts";
import { changeReportList } from "#lib/data/reports.ts";
import { recordAndTell } from "../tell.ts";
import type { TakeMemberStep } from "./step-context.ts";

/**
 * Moves the discussion of an issue of Linux alone to the list of the Linux distributions (A5): what is written from now
 * on is sealed to its readers only. What was sealed before stays as it is.
 */
export const move: TakeMemberStep<"move"> = async (step, { loaded, actor, now }) => {
  const { report, issues } = loaded;
  const narrower = issues[0]?.policy.linuxOnlyList ?? null;
  if (step.list !== narrower || report.listName === step.list)
    return refused({ code: "LIST_NOT_NARROWER", facts: { list: step.list }, clause: "A5", field: "list" });
  const list = await findList(actor, step.list);
  if (!list.ok) return list;
  if (!actor.listIds.includes(list.value.id)) return refused({ code: "NOT_FOUND", facts: {} });
  const isMoved = await changeReportList(actor, report, list.value.id, now);
  if (!isMoved) return refused({ code: "ISSUE_CHANGED", facts: {} });
  const facts = { from: report.listName, to: step.list };
  await recordAndTell(actor, report, { kind: "discussion-moved", facts }, now);
  return ok(null);
};
