"use client";

import type { ShownObligation } from "#lib/schema/obligation.ts";
import { AskedStep } from "#components/step/asked-step.tsx";
import { authorText } from "#components/embargo/issue-words.ts";
import { ShownEvidence } from "#components/step/shown-evidence.tsx";
import type { StepDesk } from "#components/step/step-desk.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { ObligationHeading, obligationText } from "./obligation-heading.tsx";
import { recordText } from "./record-words.ts";

export interface ClosedRowProps {
  readonly obligation: ShownObligation;
  readonly hasSeveralIssues: boolean;
  readonly desk: StepDesk;
  /** With what is owed again, to be read out. */
  readonly onReopened: (outcome: string) => void;
}

/** Something that was owed, and what closed it; a member opens again what somebody's word closed. */
export function ClosedRow({ obligation, hasSeveralIssues, desk, onReopened }: ClosedRowProps) {
  const { id, closing } = obligation;
  if (closing === null) return null;
  const { at, by, evidence, isReopenable } = closing;
  return (
    <li className="space-y-1 py-3">
      <div className="flex items-start gap-1.5">
        <Icon name="check" className="mt-0.5 size-5 text-success" />
        <ObligationHeading obligation={obligation} hasSeveralIssues={hasSeveralIssues} viewer={desk.viewer} />
      </div>
      <p className="text-sm">
        <EvidenceText evidence={evidence} />
      </p>
      <p className="text-sm text-muted">
        Closed{by === null ? "" : ` by ${authorText(by, desk.viewer)},`} <Instant at={at} />
      </p>
      {isReopenable && desk.viewer === "member" ? (
        <AskedStep
          desk={desk}
          label="Open again"
          what={obligationText(obligation, desk.viewer)}
          step={{ kind: "reopen", obligationId: id }}
          onTaken={() => {
            onReopened(`Open again: ${obligationText(obligation, desk.viewer)}.`);
          }}
          title="Open this again?"
          confirmLabel="Open it again"
        >
          <p>It is owed again from now on, and everybody concerned is told. That it was closed stays on record.</p>
        </AskedStep>
      ) : null}
    </li>
  );
}

function EvidenceText({ evidence: { kind, text } }: Pick<NonNullable<ShownObligation["closing"]>, "evidence">) {
  if (kind === "record") return `Recorded: ${recordText(text)}`;
  return <ShownEvidence text={text} />;
}
