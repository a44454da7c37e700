"use client";

import { clsx } from "clsx";
import { useRef, useState, type KeyboardEvent } from "react";
import { isAnswer, type OrganisationStatusName, type StatusAnswer } from "#lib/embargo/organisation-status.ts";
import { useSingleKeys } from "#components/reports/single-keys.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { statusCommandOf } from "./status-keys.ts";
import { statusAnswers, statusWords } from "./status-words.ts";

export interface StatusChoiceProps {
  readonly label: string;
  readonly status: OrganisationStatusName;
  /** The one that is being set. */
  readonly pending: string | null;
  readonly onChoose: (answer: StatusAnswer) => void;
}

/**
 * One of the answers, chosen at a press or by its letter. Arrows only bring the focus along, unlike in a form's radio
 * buttons: what is chosen here is said to the whole list at once.
 */
export function StatusChoice({ label, status, pending, onChoose }: StatusChoiceProps) {
  const hasSingleKeys = useSingleKeys();
  const [focused, setFocused] = useState<StatusAnswer>(isAnswer(status) ? status : "looking");
  const group = useRef<HTMLDivElement>(null);

  function hear(event: KeyboardEvent) {
    const command = statusCommandOf(event, focused, hasSingleKeys);
    if (command === null) return;
    event.preventDefault();
    setFocused(command.answer);
    group.current?.querySelector<HTMLElement>(`[data-answer="${command.answer}"]`)?.focus();
    if (command.kind === "choose") onChoose(command.answer);
  }

  return (
    <div ref={group} role="radiogroup" aria-label={label} onKeyDown={hear} className="flex flex-wrap gap-2">
      {statusAnswers.map((answer) => (
        <StatusButton
          key={answer}
          answer={answer}
          isChosen={answer === status}
          isPending={answer === pending}
          isReached={answer === focused}
          hasSingleKeys={hasSingleKeys}
          onChoose={() => {
            setFocused(answer);
            onChoose(answer);
          }}
        />
      ))}
    </div>
  );
}

interface StatusButtonProps {
  readonly answer: StatusAnswer;
  readonly isChosen: boolean;
  readonly isPending: boolean;
  /** Whether Tab comes to this one. */
  readonly isReached: boolean;
  readonly hasSingleKeys: boolean;
  readonly onChoose: () => void;
}

function StatusButton({ answer, isChosen, isPending, isReached, hasSingleKeys, onChoose }: StatusButtonProps) {
  const { short, meaning, icon, key } = statusWords(answer);
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-keyshortcuts={hasSingleKeys ? key : undefined}
      tabIndex={isReached ? 0 : -1}
      data-answer={answer}
      title={`${short}: ${meaning}`}
      onClick={onChoose}
      className={clsx(
        "inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md border px-2.5 py-1 text-sm font-medium",
        isChosen
          ? "border-accent bg-accent text-on-accent"
          : "border-line-strong bg-surface text-ink hover:border-accent hover:text-accent",
      )}
    >
      {isPending ? <Spinner /> : <Icon name={icon} className="size-4" />}
      {short}
      {hasSingleKeys ? (
        <span aria-hidden="true" className="text-ink">
          <Kbd>{key}</Kbd>
        </span>
      ) : null}
    </button>
  );
}
