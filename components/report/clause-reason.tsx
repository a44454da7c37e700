import type { ReactNode } from "react";
import { listReporterClauses, type ReporterClauseId } from "#lib/policy/clause.ts";
import { PolicyLink } from "./policy-link.tsx";

interface ClauseReasonProps {
  readonly id: ReporterClauseId;
  /** What helps to answer, before the reason. */
  readonly children?: ReactNode;
}

const reasons = new Map(listReporterClauses().map(({ id, reason }) => [id, reason]));

/** Why a question is asked, with its clause. */
export function ClauseReason({ id, children }: ClauseReasonProps) {
  return (
    <>
      {children === undefined ? null : <p>{children}</p>}
      <p>
        {reasons.get(id)} <PolicyLink id={id} />
      </p>
    </>
  );
}
