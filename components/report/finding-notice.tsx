"use client";

import { PolicyNotice } from "#components/policy/policy-notice.tsx";
import type { Finding } from "#lib/policy/finding.ts";
import { isAboutDateAlone } from "#lib/policy/findings.ts";
import { MendAction } from "./mend-action.tsx";
import { ProvisionalAction } from "./provisional-action.tsx";

interface FindingNoticeProps {
  readonly finding: Finding;
  /** What is wrong stands above already, as the field's error. */
  readonly wrongIsSaid?: boolean;
}

/** What the policy says of an answer, with its clause and what would mend it at a press. */
export function FindingNotice({ finding, wrongIsSaid = false }: FindingNoticeProps) {
  const { weight, mend } = finding;
  const mayGoWithout = weight === "refusal" && isAboutDateAlone(finding);
  return (
    <PolicyNotice
      finding={finding}
      wrongIsSaid={wrongIsSaid}
      actions={
        mend === null && !mayGoWithout ? undefined : (
          <>
            {mend === null ? null : <MendAction finding={finding} mend={mend} />}
            {mayGoWithout ? <ProvisionalAction /> : null}
          </>
        )
      }
    />
  );
}
