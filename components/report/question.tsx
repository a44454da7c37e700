"use client";

import type { ReactNode } from "react";
import type { Finding } from "#lib/policy/finding.ts";
import { FindingNotice } from "./finding-notice.tsx";
import type { DraftField } from "./draft.ts";
import { useReportForm } from "./form-context.ts";

interface QuestionProps {
  /** The fields that this question asks for, whose findings stand below it. */
  readonly fields: readonly DraftField[];
  readonly children: ReactNode;
}

/** A question, and below it what the policy says of the answer. */
export function Question({ fields, children }: QuestionProps) {
  const { findingsOf } = useReportForm();
  const findings = fields.flatMap(findingsOf);

  return (
    <div className="space-y-3">
      {children}
      {findings.filter(saysMore).map((finding) => (
        <FindingNotice key={finding.problem.code} finding={finding} wrongIsSaid={finding.weight === "refusal"} />
      ))}
    </div>
  );
}

/** Of an answer that is missing, the field's own error says enough. */
function saysMore({ problem }: Finding): boolean {
  return problem.code !== "ANSWER_MISSING";
}
