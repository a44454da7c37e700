"use client";

import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { AskedStep } from "#components/step/asked-step.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";

export interface TakeBackPostingProps {
  readonly posting: Pick<ShownIssue["postings"][number], "id" | "reference">;
  readonly issue: Pick<ShownIssue, "number" | "revision">;
  readonly desk: StepDesk;
}

/** Takes back a posting that was recorded by mistake. */
export function TakeBackPosting({ posting, issue: { number, revision }, desk }: TakeBackPostingProps) {
  return (
    <AskedStep
      desk={desk}
      label="Take back"
      what={posting.reference}
      step={{ kind: "take-back-posting", issue: number, revision, postingId: posting.id }}
      onTaken={() => {
        document.getElementById(`record-posting-${String(number)}`)?.focus();
      }}
      title="Take this posting back?"
      confirmLabel="Take it back"
    >
      <p>
        For what was recorded by mistake: what it closed is owed again. That the issue became public with it stays on
        record.
      </p>
    </AskedStep>
  );
}
