import type { ReactNode } from "react";
import type { ShownTriageEntry } from "#lib/schema/issue-response.ts";
import { Age } from "#components/ui/age.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { QuestionWords } from "./question-words.ts";

export interface ChecklistStateProps {
  readonly state: ShownTriageEntry["state"];
  readonly words: QuestionWords;
  readonly now: Date;
}

/** How far a question is answered: what was said, by whom and when, and what is missing still. Of an open one, nothing. */
export function ChecklistState({ state, words, now }: ChecklistStateProps) {
  switch (state.step) {
    case "open":
      return null;
    case "settled":
      return (
        <StateLine icon="check" tone="text-success">
          Settled: {words.settled}
        </StateLine>
      );
    case "answered":
      return (
        <StateLine icon="check" tone="text-success">
          <Said {...state} words={words} now={now} />
        </StateLine>
      );
    case "claimed":
      return (
        <StateLine icon="person" tone="text-advice">
          <Said {...state} words={words} now={now} /> <ConfirmedBy names={state.confirmedBy} />
          <strong className="font-medium">
            {countText(state.needed, "more member has", "more members have")} to say the same.
          </strong>
        </StateLine>
      );
    case "confirmed":
      return (
        <StateLine icon="success" tone="text-success">
          <Said {...state} words={words} now={now} /> <ConfirmedBy names={state.confirmedBy} />
        </StateLine>
      );
  }
}

function Said({
  answer,
  words,
  now,
}: {
  readonly answer: Extract<ShownTriageEntry["state"], { step: "answered" }>["answer"];
  readonly words: QuestionWords;
  readonly now: Date;
}) {
  return (
    <>
      {words.answers[answer.answer]?.said ?? answer.answer}{" "}
      <span className="text-muted">
        {answer.by}, <Age at={answer.at} now={now} />.
      </span>
    </>
  );
}

function ConfirmedBy({ names }: { readonly names: readonly { readonly name: string }[] }) {
  if (names.length === 0) return null;
  return <>Confirmed by {names.map(({ name }) => name).join(", ")}. </>;
}

interface StateLineProps {
  readonly icon: IconName;
  readonly tone: string;
  readonly children: ReactNode;
}

function StateLine({ icon, tone, children }: StateLineProps) {
  return (
    <p className="flex items-start gap-1.5">
      <Icon name={icon} className={`mt-0.5 size-5 ${tone}`} />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}
