"use client";

import type { ShownTriageEntry } from "#lib/schema/issue-response.ts";
import { Button } from "#components/ui/button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { ownPartOf, type OwnPart } from "./claim.ts";
import type { QuestionWords } from "./question-words.ts";

export interface AnswerButtonsProps {
  readonly words: QuestionWords;
  readonly state: ShownTriageEntry["state"];
  readonly viewerId: string;
  readonly isChanging: boolean;
  /** The answer that is being sent. */
  readonly pending: string | null;
  readonly onChanging: (isChanging: boolean) => void;
  readonly onAnswer: (answer: string) => void;
}

/** Every answer to an open question; what was answered is changed at one more press. */
export function AnswerButtons(props: AnswerButtonsProps) {
  const { words, state, viewerId, isChanging, pending, onChanging, onAnswer } = props;
  const ownPart = ownPartOf(state, viewerId);
  if (ownPart !== null) return <ClaimButtons {...props} ownPart={ownPart} />;
  if (state.step !== "open" && !isChanging) {
    return (
      <Button
        size="small"
        variant="quiet"
        className="-ml-2.5"
        onClick={() => {
          onChanging(true);
        }}
      >
        {state.step === "settled" ? "Answer all the same" : "Change"}
        <VisuallyHidden> ({words.ask})</VisuallyHidden>
      </Button>
    );
  }
  return (
    <div role="group" aria-label={words.ask} className="flex flex-wrap gap-2">
      {Object.entries(words.answers).map(([answer, { press }]) => (
        <Button
          key={answer}
          size="small"
          pending={pending === answer}
          onClick={() => {
            onAnswer(answer);
          }}
        >
          {press}
        </Button>
      ))}
      {isChanging ? (
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            onChanging(false);
          }}
        >
          Leave it
        </Button>
      ) : null}
    </div>
  );
}

/** To a claim (A3) other members add their word, and whoever gave theirs takes it back. */
function ClaimButtons({ state, pending, onAnswer, ownPart }: AnswerButtonsProps & { readonly ownPart: OwnPart }) {
  if (state.step !== "claimed" && state.step !== "confirmed") return null;
  const { answer } = state.answer;
  return (
    <div className="flex flex-wrap gap-2">
      {ownPart.mayConfirm ? (
        <Button
          size="small"
          variant="primary"
          icon="check"
          pending={pending === answer}
          onClick={() => {
            onAnswer(answer);
          }}
        >
          {answer === "public" ? "Confirm that it is public" : "Confirm the low severity"}
        </Button>
      ) : null}
      {ownPart.hasSaid ? (
        <Button
          size="small"
          pending={pending === "neither"}
          onClick={() => {
            onAnswer("neither");
          }}
        >
          Take your word back
        </Button>
      ) : null}
    </div>
  );
}
