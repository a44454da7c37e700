import { isSignedIn } from "#lib/access/actor.ts";
import { ok, refused } from "#lib/base/result.ts";
import { changeClosingsToReopened, createClosing } from "#lib/data/closings.ts";
import { findObligation } from "#lib/data/obligations.ts";
import { acceptsEvidence } from "#lib/embargo/obligation.ts";
import { recordAndTell } from "../tell.ts";
import type { TakeMemberStep, TakeStep } from "./step-context.ts";

/** Closes what is owed, with what shows that it was done. A reporter closes what they owe themselves. */
export const close: TakeStep<"close"> = async ({ obligationId, evidence }, { loaded, actor, now }) => {
  const found = await findObligation(actor, obligationId);
  if (!found.ok || found.value.reportId !== loaded.report.id) return refused({ code: "NOT_FOUND", facts: {} });
  const { kind, clause, closing, owner } = found.value;
  if (!isSignedIn(actor) && owner !== "reporter") return refused({ code: "NOT_FOUND", facts: {} });
  if (closing !== null) return refused({ code: "OBLIGATION_CLOSED", facts: {}, clause });
  if (isPostedOnly(kind)) return refused({ code: "POSTING_WANTED", facts: {}, clause, field: "evidence" });
  if (!acceptsEvidence(kind, evidence.kind))
    return refused({ code: "EVIDENCE_UNFIT", facts: { kind: evidence.kind }, clause, field: "evidence" });
  await createClosing(actor, found.value, evidence, now);
  await recordAndTell(actor, loaded.report, { kind: "obligation-closed", facts: { what: kind } }, now);
  return ok(null);
};

/** A posting is recorded as one, with its instant and what it carries; nothing else closes these. */
function isPostedOnly(kind: string): boolean {
  return kind === "POST_ISSUE" || kind === "POST_EXPLOIT" || kind === "ANNOUNCE_EXPLOIT";
}

/** Opens again what somebody closed by their word; that it was closed stays on record. */
export const reopen: TakeMemberStep<"reopen"> = async ({ obligationId }, { loaded, actor, now }) => {
  const found = await findObligation(actor, obligationId);
  if (!found.ok || found.value.reportId !== loaded.report.id) return refused({ code: "NOT_FOUND", facts: {} });
  const isReopened = await changeClosingsToReopened(actor, obligationId, now);
  if (!isReopened) return refused({ code: "OBLIGATION_NOT_REOPENABLE", facts: {}, clause: found.value.clause });
  const facts = { what: found.value.kind };
  await recordAndTell(actor, loaded.report, { kind: "obligation-reopened", facts }, now);
  return ok(null);
};
