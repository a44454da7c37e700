"use client";

import { useState } from "react";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { dateAfterMerge } from "./issue-standing.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import type { StepRoad } from "#components/step/step-road.ts";
import { useStep } from "#components/step/use-step.ts";

export interface MergeDialogProps {
  readonly issue: ShownIssue;
  /** The others that stand on their own, at least one. */
  readonly others: readonly ShownIssue[];
  readonly nameOf: (number: number) => string;
  readonly road: StepRoad;
}

/** Makes an issue part of another one, and says before which date holds then (A6). */
export function MergeDialog({ issue, others, nameOf, road }: MergeDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(others[0]?.number ?? 0);
  const step = useStep(road);
  const into = others.find(({ number }) => number === chosen) ?? others[0];
  if (into === undefined) return null;

  async function merge(target: ShownIssue) {
    const { number, revision } = issue;
    if (await step.take({ kind: "merge", issue: number, revision, into: target.number })) setOpen(false);
  }

  return (
    <Dialog
      trigger={<Button size="small">Merge into another issue</Button>}
      title={`Merge issue ${String(issue.number)} into another?`}
      description={
        <p>
          It ends as an issue of its own: what is owed for it is owed for the other one then. It cannot be undone{" "}
          <PolicyLink id="A6" />.
        </p>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      <div className="space-y-4">
        {others.length === 1 ? (
          <p>
            Into <strong className="font-semibold wrap-anywhere">{nameOf(into.number)}</strong>.
          </p>
        ) : (
          <RadioGroup
            id={`merge-${String(issue.number)}`}
            name={`merge-${String(issue.number)}`}
            legend="Into which?"
            value={String(into.number)}
            onValueChange={(value) => {
              setChosen(Number(value));
            }}
            options={others.map(({ number }) => ({ value: String(number), label: nameOf(number) }))}
          />
        )}
        <DateThen from={issue} into={into} />
        <StepProblem problem={step.problem} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button
            onClick={() => {
              setOpen(false);
            }}
          >
            Cancel
          </Button>
          <Button variant="danger" pending={step.isPending} onClick={() => void merge(into)}>
            Merge
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function DateThen({ from, into }: { readonly from: ShownIssue; readonly into: ShownIssue }) {
  const date = dateAfterMerge(from, into);
  if (date === null) return <p>No date is agreed for either of them, and none is then.</p>;
  return (
    <p>
      From then on holds <Instant at={date.at} />,{" "}
      {date.of === "from" ? "the date of the one that is merged, which is earlier" : "the date of the one that stays"}.
    </p>
  );
}
