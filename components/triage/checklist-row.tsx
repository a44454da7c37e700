"use client";

import { useId, useRef, useState, type ReactNode } from "react";
import { isClauseId } from "#lib/policy/clause.ts";
import type { ShownTriageEntry } from "#lib/schema/issue-response.ts";
import { stepSchema } from "#lib/schema/step.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { shownProblem } from "#components/request/shown-problem.ts";
import { JumpLink } from "#components/step/jump-link.tsx";
import { StepProblem } from "#components/step/step-problem.tsx";
import { useMemberRoad } from "#components/step/use-member-road.ts";
import { useStep } from "#components/step/use-step.ts";
import { Badge } from "#components/ui/badge.tsx";
import { AnswerButtons } from "./answer-buttons.tsx";
import { ChecklistState } from "./checklist-state.tsx";
import { placeOfWork, questionWords } from "./question-words.ts";

export interface ChecklistRowProps {
  readonly reportId: string;
  readonly entry: ShownTriageEntry;
  readonly viewerId: string;
  readonly now: Date;
  /** What follows from the answer, and is done here. */
  readonly children?: ReactNode;
}

/** One question of the checklist: its clause, how far it is answered, and an answer at a press. */
export function ChecklistRow({ reportId, entry, viewerId, now, children }: ChecklistRowProps) {
  const { question, clause, state } = entry;
  const [isChanging, setChanging] = useState(false);
  const { pending, problem, take } = useStep(useMemberRoad(reportId));
  const row = useRef<HTMLLIElement>(null);
  const titleId = useId();
  const words = questionWords(question);
  if (words === null) return null;
  const place = placeOfWork(question);

  async function say(answer: string) {
    const isTaken = await take(() => Promise.resolve(stepOf(question, answer)), answer);
    if (!isTaken) return;
    setChanging(false);
    row.current?.focus(); // the pressed button is gone in a moment
  }

  return (
    <li
      ref={row}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="grid gap-x-4 gap-y-1 py-3.5 sm:grid-cols-[2rem_minmax(0,1fr)]"
    >
      <p>{isClauseId(clause) ? <PolicyLink id={clause} /> : clause}</p>
      <div className="min-w-0 space-y-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h3 id={titleId} className="text-base font-medium">
            {words.ask}
          </h3>
          {state.step === "open" ? <Badge tone="advice">Open</Badge> : null}
        </div>
        <ChecklistState state={state} words={words} now={now} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <AnswerButtons
            words={words}
            state={state}
            viewerId={viewerId}
            isChanging={isChanging}
            pending={pending}
            onChanging={setChanging}
            onAnswer={(answer) => void say(answer)}
          />
          {place === null ? null : (
            <JumpLink to={place.id} className="link text-sm">
              {place.label}
            </JumpLink>
          )}
        </div>
        <StepProblem problem={problem} />
        {children}
      </div>
    </li>
  );
}

/** Which answers a question has is known to the schema alone. */
function stepOf(question: string, answer: string) {
  const step = stepSchema.safeParse({ kind: "triage", given: { question, answer } });
  return step.success && step.data.kind === "triage"
    ? ({ ok: true, value: { kind: "triage", given: step.data.given } } as const)
    : ({ ok: false, problem: shownProblem({ code: "MALFORMED_REQUEST", facts: { part: "step" } }) } as const);
}
