"use client";

import { caseFacts } from "#lib/embargo/case-state.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { capitalised } from "#components/embargo/issue-words.ts";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepOpener } from "#components/step/step-opener.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { caseSentence, type CaseSentence } from "./case-sentence.ts";
import { FactCell } from "./fact-cell.tsx";
import { factWords } from "./fact-words.ts";
import { RecordFactForm } from "./record-fact-form.tsx";

export interface CasePanelProps {
  readonly issue: ShownIssue;
  /** Of which issue, where a report has several. */
  readonly isOneOfSeveral: boolean;
  readonly desk: StepDesk;
}

/** How the case of an issue stands: the six facts, what follows from them, and what can be recorded next. */
export function CasePanel({ issue, isOneOfSeveral, desk }: CasePanelProps) {
  const number = String(issue.number);
  return (
    <Fold
      id={`case-${number}`}
      title={isOneOfSeveral ? `The case of issue ${number}` : "The case"}
      note={recordedText(issue)}
    >
      <Standing {...caseSentence(issue)} />
      <dl className="mt-4 grid gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-cols-2 lg:grid-cols-3">
        {caseFacts.map((fact) => (
          <FactCell
            key={fact}
            fact={fact}
            record={issue.facts.find((each) => each.fact === fact) ?? null}
            viewer={desk.viewer}
          />
        ))}
      </dl>
      {issue.possibleFacts.length === 0 ? null : (
        <div className="mt-4">
          <StepOpener id={`record-fact-${number}`} label="Record a fact" size="small">
            {(close) => <RecordFactForm issue={issue} desk={desk} onClose={close} />}
          </StepOpener>
        </div>
      )}
    </Fold>
  );
}

function recordedText({ facts }: ShownIssue): string {
  return facts.length === 0
    ? "Nothing recorded"
    : capitalised(facts.map(({ fact }) => factWords[fact].name.toLowerCase()).join(", "));
}

const looks = {
  open: { icon: "lock", colour: "text-accent" },
  shut: { icon: "unlock", colour: "text-advice" },
  over: { icon: "clock", colour: "text-muted" },
} as const;

function Standing({ stand, text }: CaseSentence) {
  const { icon, colour } = looks[stand];
  return (
    <p className="flex max-w-prose items-start gap-2">
      <Icon name={icon} className={`mt-0.5 size-5 ${colour}`} />
      <span>{text}</span>
    </p>
  );
}
