"use client";

import { lazy, Suspense, useEffect, useMemo } from "react";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { useLeaveWarning } from "#components/thread/use-leave-warning.ts";
import { controlId } from "./draft.ts";
import { FindingAnnouncer } from "./finding-announcer.tsx";
import { ReportFormContext, type ReportableList } from "./form-context.ts";
import { wouldLose } from "./form-state.ts";
import { FormSteps, stepNames } from "./form-steps.tsx";
import { QuestionsStep } from "./questions-step.tsx";
import { ReceiptStep } from "./receipt-step.tsx";
import { StepActions } from "./step-actions.tsx";
import { StepHeading } from "./step-heading.tsx";
import { useAlive } from "./use-alive.ts";
import { useReportFormModel } from "./use-report-form-model.ts";
import { useStepHistory } from "./use-step-history.ts";

const loadReportStep = async () => ({ default: (await import("./report-step.tsx")).ReportStep });
const loadReviewStep = async () => ({ default: (await import("./review-step.tsx")).ReviewStep });
const ReportStep = lazy(loadReportStep);
const ReviewStep = lazy(loadReviewStep);

export interface ReportFormProps {
  readonly lists: readonly ReportableList[];
  /** The server's clock when it made the page, ISO 8601. */
  readonly now: string;
}

/**
 * The report form. It is no `form` element and its fields have no names, so that nothing typed can ever be posted in
 * clear, whatever happens to the script. What is typed stays in this page's memory.
 */
export function ReportForm({ lists, now }: ReportFormProps) {
  const serverNow = useMemo(() => new Date(now), [now]);
  const model = useReportFormModel(lists, serverNow);
  const { form, summarised, value, goTo } = model;
  const isAlive = useAlive();
  useStepHistory(form.step, goTo);
  const hasBegun = wouldLose(form);
  useLeaveWarning(hasBegun);
  useEffect(() => {
    if (hasBegun) Promise.all([loadReportStep(), loadReviewStep()]).catch(() => undefined); // before they are come to
  }, [hasBegun]);

  if (form.sent !== null) return <ReceiptStep sent={form.sent} isKept={form.isKept} dispatch={model.dispatch} />;
  return (
    <ReportFormContext value={value}>
      <div className="max-w-3xl space-y-8 noscript:hidden">
        <FormSteps step={form.step} />
        <ErrorSummary
          attempt={form.attempt}
          errors={summarised.map(({ field, text }) => ({ fieldId: controlId(field), text }))}
        />
        <StepHeading step={form.step} title={stepNames[form.step]} hasErrors={summarised.length > 0} />
        {/* Nothing can be typed into a page that has not come alive, or never will. */}
        <fieldset disabled={!isAlive} className="min-w-0">
          {form.step === "questions" ? <QuestionsStep /> : null}
          <Suspense>
            {form.step === "report" ? <ReportStep /> : null}
            {form.step === "review" ? <ReviewStep model={model} /> : null}
          </Suspense>
        </fieldset>
        {isAlive ? <StepActions model={model} /> : null}
        <FindingAnnouncer />
      </div>
    </ReportFormContext>
  );
}
