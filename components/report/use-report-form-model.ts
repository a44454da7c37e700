"use client";

import { useEffect, useReducer, type Dispatch } from "react";
import type { Finding } from "#lib/policy/finding.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import type { DraftField, FormStep } from "./draft.ts";
import { draftErrors, errorsOfStep, visibleErrors, type DraftError } from "./draft-errors.ts";
import { draftFindings, fieldOf, visibleFindings } from "./draft-findings.ts";
import type { ReportableList, ReportFormValue } from "./form-context.ts";
import { nextForm, type FormAction, type FormState, type Step } from "./form-state.ts";
import { keepForm, readKeptForm } from "./kept-form.ts";
import { useServerClock } from "./use-server-clock.ts";

export interface ReportFormModel {
  readonly form: FormState;
  readonly dispatch: Dispatch<FormAction>;
  readonly value: ReportFormValue;
  /** All that the policy says, whether or not it is time to say it. */
  readonly findings: readonly Finding[];
  readonly summarised: readonly DraftError[];
  readonly correctClock: (serverNow: Date) => void;
  /** Goes to a step where everything before it is in order; else to the first step that is not, with its errors. */
  readonly goTo: (step: Step) => void;
}

/** The form's state with everything that follows from it at this minute. */
export function useReportFormModel(lists: readonly ReportableList[], serverNow: Date): ReportFormModel {
  const [form, dispatch] = useReducer(nextForm, null, readKeptForm);
  useEffect(() => {
    keepForm(form);
  }, [form]);
  const { now, correct } = useServerClock(serverNow, form.changedAt);
  const { draft, touched, tried } = form;

  const policy = policyOf(policyVersionOf(lists, draft.list));
  const findings = draftFindings(draft, policy, now);
  const errors = draftErrors(draft);
  const shown = visibleFindings(findings, touched, tried);
  const shownErrors = visibleErrors(errors, tried);

  function goTo(step: Step) {
    for (const before of stepsBefore(step)) {
      const wrong = errorsOfStep(before, findings, errors);
      if (wrong.length === 0) continue;
      dispatch({ kind: "refuse", step: before, fields: wrong.map(({ field }) => field) });
      return;
    }
    dispatch({ kind: "go", step });
  }

  return {
    form,
    dispatch,
    findings,
    value: {
      draft,
      change: (part) => {
        dispatch({ kind: "change", part, at: new Date() });
      },
      findingsOf: (field) => shown.filter((finding) => fieldOf(finding) === field),
      errorOf: (field) => errorText(field, shown, shownErrors),
      lists,
      policy,
      now,
    },
    summarised: stepsBefore("review")
      .flatMap((step) => errorsOfStep(step, findings, errors))
      .filter(({ field }) => form.summarised.has(field)),
    correctClock: correct,
    goTo,
  };
}

function stepsBefore(step: Step): readonly FormStep[] {
  if (step === "questions") return [];
  return step === "report" ? ["questions"] : ["questions", "report"];
}

function errorText(field: DraftField, findings: readonly Finding[], errors: readonly DraftError[]): string | undefined {
  return errorsFor(field, findings, errors)[0]?.text;
}

function errorsFor(field: DraftField, findings: readonly Finding[], errors: readonly DraftError[]) {
  return (["questions", "report"] as const)
    .flatMap((step) => errorsOfStep(step, findings, errors))
    .filter((error) => error.field === field);
}

function policyVersionOf(lists: readonly ReportableList[], name: string | null): string {
  const version = (lists.find((list) => list.name === name) ?? lists[0])?.policyVersion;
  if (version === undefined) throw new Error("a report form without lists");
  return version;
}
