"use client";

import { PolicyNotice } from "#components/policy/policy-notice.tsx";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { utcInstantText } from "#components/ui/instant-text.ts";
import { SelectField } from "#components/ui/select-field.tsx";
import { givenReasons } from "#lib/schema/step.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { AnswerTimeField } from "./answer-time-field.tsx";
import { allowedInstead, dateAdvice } from "./date-advice.ts";
import { DisclosureField } from "./disclosure-field.tsx";
import { HistoryRows } from "./embargo-history.tsx";
import { capitalised, reasonWords } from "./issue-words.ts";
import { latestAnswerAt, type ProposalDraft } from "./proposal-draft.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import { summarisedErrors, useProposal, type ProposalWish } from "./use-proposal.ts";

export interface ProposeFormProps extends ProposalWish {
  readonly receivedAt: Date;
  readonly onClose: () => void;
}

/** Names an earlier or a later date for an issue; what was typed stays until the proposal has been taken. */
export function ProposeForm(props: ProposeFormProps) {
  const { issue, desk, receivedAt, onClose } = props;
  const {
    draft,
    change,
    submit,
    now,
    isPending,
    attempt,
    errors,
    dateProblem,
    answerProblem,
    otherProblem,
    newRecords,
  } = useProposal(props);
  const ids = idsOf(issue.number);

  function useDate(at: Date) {
    document.getElementById(ids.date)?.focus();
    change({ disclosureAt: at.toISOString() });
  }

  return (
    <form
      className="space-y-6 rounded-md border border-line bg-canvas p-4 sm:p-5"
      aria-label="Propose a date"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary attempt={attempt} errors={summarisedErrors(errors, otherProblem, ids)} />
      {otherProblem === null ? null : (
        <StepProblem problem={otherProblem} wrongIsSaid>
          {newRecords.length === 0 ? null : <HistoryRows history={newRecords} viewer={desk.viewer} />}
        </StepProblem>
      )}
      <div className="space-y-3">
        <DisclosureField
          id={ids.date}
          legend="When should it become public?"
          hint={<Bounds issue={issue} />}
          error={errors.disclosureAt}
          value={draft.disclosureAt}
          onValueChange={(disclosureAt) => {
            change({ disclosureAt });
          }}
          policy={policyOf(issue.policy.version)}
          preferredUntil={issue.preferredUntil}
          latestAt={issue.latestAt}
          now={now}
        />
        {dateProblem === null ? (
          <Advice draft={draft} issue={issue} receivedAt={receivedAt} now={now} onUse={useDate} />
        ) : (
          <StepProblem
            problem={dateProblem}
            wrongIsSaid
            actions={<UseInstead problem={dateProblem} onUse={useDate} />}
          />
        )}
      </div>
      <SelectField
        id={ids.reason}
        label="Why?"
        hint="Kept in clear with the date. What is secret about it goes into a message."
        error={errors.reason}
        width="medium"
        value={draft.reason}
        onChange={(event) => {
          change({ reason: givenReasons.find((reason) => reason === event.target.value) ?? "" });
        }}
      >
        <ReasonOptions />
      </SelectField>
      <div className="space-y-3">
        <AnswerTimeField
          id={ids.answer}
          draft={draft}
          latestAt={latestAnswerAt(draft, issue.embargo)}
          now={now}
          error={errors.answerUntil}
          onChange={change}
        />
        {answerProblem === null ? null : <StepProblem problem={answerProblem} wrongIsSaid />}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={isPending}>
          Propose this date
        </Button>
        <Button onClick={onClose}>Do not propose</Button>
      </div>
    </form>
  );
}

function idsOf(number: number) {
  const id = `propose-${String(number)}`;
  return { date: id, reason: `${id}-reason`, answer: `${id}-answer` };
}

function Bounds({ issue: { policy, latestAt } }: Pick<ProposeFormProps, "issue">) {
  return (
    <p>
      Earlier or later than now agreed; the other side answers. Of two dates the earlier is considered first.{" "}
      {latestAt === null || policy.maximum === null ? null : (
        <>
          At most {policy.maximum}, however it is proposed <PolicyLink id="R11" />.
        </>
      )}
    </p>
  );
}

function ReasonOptions() {
  return (
    <>
      <option value="">Choose a reason</option>
      {givenReasons.map((reason) => (
        <option key={reason} value={reason}>
          {capitalised(reasonWords[reason])}
        </option>
      ))}
    </>
  );
}

function UseInstead({
  problem,
  onUse,
}: {
  readonly problem: Parameters<typeof allowedInstead>[0];
  readonly onUse: (at: Date) => void;
}) {
  const at = allowedInstead(problem);
  return at === null ? null : <UseButton at={at} onUse={onUse} />;
}

function UseButton({ at, onUse }: { readonly at: Date; readonly onUse: (at: Date) => void }) {
  return (
    <Button
      size="small"
      onClick={() => {
        onUse(at);
      }}
    >
      Use {utcInstantText(at)}
    </Button>
  );
}

interface AdviceProps extends Pick<ProposeFormProps, "issue" | "receivedAt"> {
  readonly now: Date;
  readonly draft: ProposalDraft;
  readonly onUse: (at: Date) => void;
}

function Advice({ draft, issue, receivedAt, now, onUse }: AdviceProps) {
  if (draft.disclosureAt === "") return null;
  return dateAdvice(new Date(draft.disclosureAt), issue, { receivedAt, now }).map(({ finding, betterAt }) => (
    <PolicyNotice
      key={finding.problem.code}
      finding={finding}
      actions={betterAt === null ? undefined : <UseButton at={betterAt} onUse={onUse} />}
    />
  ));
}
