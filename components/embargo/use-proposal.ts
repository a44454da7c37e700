"use client";

import { useState } from "react";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import type { SummarisedError } from "#components/ui/error-summary.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { isDateProblem } from "./date-advice.ts";
import { emptyProposal, proposalErrors, proposalStep, type ProposalDraft } from "./proposal-draft.ts";
import type { StepDesk } from "#components/step/step-desk.ts";
import { useStep } from "#components/step/use-step.ts";

export interface ProposalWish {
  readonly issue: ShownIssue;
  readonly desk: StepDesk;
  readonly onProposed: (disclosureAt: Date) => void;
}

/** What is typed of a proposal, what is wrong with it, and its sending. It stays until the proposal has been taken. */
export function useProposal({ issue, desk, onProposed }: ProposalWish) {
  const [draft, setDraft] = useState(emptyProposal);
  const [tries, setTries] = useState(0);
  const [seenRecords] = useState(issue.history.length);
  const now = useMinuteClock(desk.now);
  const step = useStep(desk.road);
  const errors = tries === 0 ? {} : proposalErrors(draft, issue.embargo, now);
  const dateProblem = step.problem !== null && isDateProblem(step.problem) ? step.problem : null;
  const answerProblem = step.problem?.code === "ANSWER_TIME_UNFIT" ? step.problem : null;
  const otherProblem = (dateProblem ?? answerProblem) === null ? step.problem : null;

  function change(part: Partial<ProposalDraft>) {
    setDraft((before) => ({ ...before, ...part }));
    step.clear();
  }

  async function submit() {
    setTries((before) => before + 1);
    const at = new Date();
    if (Object.keys(proposalErrors(draft, issue.embargo, at)).length > 0) return;
    if (await step.take(proposalStep(draft, issue, at))) onProposed(new Date(draft.disclosureAt));
  }

  return {
    draft,
    change,
    submit,
    now,
    isPending: step.isPending,
    attempt: tries + step.refusalCount,
    errors: {
      ...errors,
      disclosureAt: errors.disclosureAt ?? dateProblem?.wrong,
      answerUntil: errors.answerUntil ?? answerProblem?.wrong,
    },
    /** A refusal of the date, which stands beside its field. */
    dateProblem,
    /** A refusal of the time by which an answer is wanted; so does this one. */
    answerProblem,
    /** Any other, which stands above the form. */
    otherProblem,
    /** What others have done about the date since the form was opened. */
    newRecords: issue.history.slice(seenRecords),
  };
}

interface FieldIds {
  readonly date: string;
  readonly reason: string;
  readonly answer: string;
}

/** All that stands in the way, for the summary at the top of the form. */
export function summarisedErrors(
  errors: ReturnType<typeof useProposal>["errors"],
  otherProblem: ShownProblem | null,
  ids: FieldIds,
): readonly SummarisedError[] {
  return [
    { fieldId: ids.date, text: errors.disclosureAt },
    { fieldId: ids.reason, text: errors.reason },
    { fieldId: ids.answer, text: errors.answerUntil },
    { text: otherProblem?.wrong },
  ].filter(({ text }) => text !== undefined);
}
