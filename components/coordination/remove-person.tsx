"use client";

import { useState } from "react";
import { shownProblem, unreachable, type ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { editing, type CoordinationAction } from "./form-state.ts";

export interface RemovePersonProps {
  readonly memberId: string;
  readonly name: string;
  readonly isCoordinator: boolean;
  readonly remove: CoordinationAction;
}

/** Removes a person, after saying what that does and what it cannot do. What it refuses takes a line of its own. */
export function RemovePerson({ memberId, name, isCoordinator, remove }: RemovePersonProps) {
  const [problem, setProblem] = useState<ShownProblem | null>(null);

  async function removeNow() {
    const form = new FormData();
    form.set("memberId", memberId);
    try {
      const outcome = await remove(editing, form);
      setProblem(outcome.step === "refused" ? shownProblem(outcome.problem) : null);
    } catch {
      setProblem(unreachable());
    }
  }

  return (
    <>
      <ConfirmDialog
        trigger={
          <Button size="small">
            Remove<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        }
        title={`Remove ${name}?`}
        confirmLabel="Remove"
        danger
        onConfirm={removeNow}
      >
        <ul className="list-disc space-y-2 pl-5">
          <li>They are signed out everywhere at once, and cannot sign in again.</li>
          <li>
            Senders go on sealing to them <strong>until you sign the next roster</strong> of each list they read.
          </li>
          {isCoordinator ? (
            <li>Their signature counts no more: rosters that they signed are refused until somebody signs new ones.</li>
          ) : null}
          <li>What was sealed to them stays readable to them, if they kept a copy. Nothing can take that back.</li>
        </ul>
      </ConfirmDialog>
      {problem === null ? null : (
        <div className="basis-full">
          <Notice tone="refusal" role="alert" title={problem.wrong}>
            <p>{problem.mend}</p>
          </Notice>
        </div>
      )}
    </>
  );
}
