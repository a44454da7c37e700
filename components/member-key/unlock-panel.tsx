"use client";

import { useState } from "react";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Notice } from "#components/ui/notice.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { useMemberKey } from "./member-key-context.ts";
import { PrivateKeyForm } from "./private-key-form.tsx";
import { TicketReader } from "./ticket-reader.tsx";
import type { KeyInput } from "./unlock-key.ts";
import { useKeyWay } from "./use-key-way.ts";

export interface UnlockPanelProps {
  /** Distinguishes its controls where a page has two. */
  readonly id: string;
  /** The key is unlocked, or all tickets are read. */
  readonly onUnlocked?: () => void;
}

const ways = [
  { value: "browser", label: "Here, in this browser" },
  { value: "gpg", label: "In gpg, or on a smartcard" },
];

/** The two ways to read what is sealed: the key itself, or tickets that gpg opens elsewhere. */
export function UnlockPanel({ id, onUnlocked }: UnlockPanelProps) {
  const { member, state, unlock } = useMemberKey();
  const [way, setWay] = useKeyWay();
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function submit(input: KeyInput) {
    setProblem(null);
    const outcome = await unlock(input);
    setProblem(outcome.ok ? outcome.value.keepProblem : outcome.problem);
    if (outcome.ok && outcome.value.keepProblem === null) onUnlocked?.();
  }

  if (state.kind === "unlocked" && problem !== null) {
    return (
      <Notice tone="advice" role="alert" title="Your key is unlocked, but was not kept">
        <p>
          {problem.wrong} {problem.mend}
        </p>
      </Notice>
    );
  }
  return (
    <div className="space-y-6">
      <RadioGroup
        id={`${id}-way`}
        name={`${id}-way`}
        legend="Where is your key?"
        inline
        options={ways}
        value={way}
        onValueChange={setWay}
      />
      {way === "browser" ? (
        <PrivateKeyForm
          id={id}
          submitLabel="Unlock"
          isPending={state.kind === "unlocking"}
          problem={problem}
          enrolled={member.certificate?.fingerprint ?? null}
          onSubmit={(input) => void submit(input)}
        />
      ) : (
        <TicketReader id={`${id}-tickets`} {...(onUnlocked === undefined ? {} : { onDone: onUnlocked })} />
      )}
    </div>
  );
}
