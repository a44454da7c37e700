import type { ShownFact, ShownIssue } from "#lib/schema/issue-response.ts";
import { authorText } from "#components/embargo/issue-words.ts";
import { ShownEvidence } from "#components/step/shown-evidence.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { factWords } from "./fact-words.ts";

export interface FactCellProps {
  readonly fact: ShownFact;
  /** Null where nobody has recorded it. */
  readonly record: ShownIssue["facts"][number] | null;
  readonly viewer: StepDesk["viewer"];
}

/** One of the six facts: since when, by whose word, and how they know; or that nobody has recorded it. */
export function FactCell({ fact, record, viewer }: FactCellProps) {
  const { name, endsEmbargo } = factWords[fact];
  if (record === null) {
    return (
      <div className="min-w-0 bg-surface p-3 text-sm text-muted">
        <dt className="font-medium">{name}</dt>
        <dd>Not recorded</dd>
      </div>
    );
  }

  const { occurredAt, by, evidence } = record;
  return (
    <div className="min-w-0 bg-surface p-3 text-sm">
      <dt className="flex items-center gap-1.5 font-semibold">
        <Icon
          name={endsEmbargo ? "warning" : "success"}
          className={`size-4 ${endsEmbargo ? "text-advice" : "text-success"}`}
        />
        {name}
      </dt>
      <dd>
        <Instant at={occurredAt} stacked />
      </dd>
      <dd className="mt-1 text-muted">
        Recorded by {authorText(by, viewer)}: <ShownEvidence text={evidence} />
      </dd>
    </div>
  );
}
