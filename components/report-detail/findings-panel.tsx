"use client";

import { problemText } from "#lib/base/problem.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { isClauseId } from "#lib/policy/clause.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { submissionFacts } from "#lib/schema/clear-facts.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { countText } from "#components/ui/count-text.ts";
import { Fold } from "#components/ui/fold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { tones } from "#components/ui/tone.ts";

/** What the policy says of this report by its answers. */
export function FindingsPanel({ report }: Pick<ReportPage, "report">) {
  const findings = findingsOf(submissionFacts(report.answers, report.receivedAt), policyOf(report.policyVersion));
  return (
    <Fold
      id="findings"
      title="What the policy says"
      note={findings.length === 0 ? "Nothing against this report" : countText(findings.length, "remark")}
    >
      {findings.length === 0 ? (
        <p className="text-muted">Its answers are all within the policy.</p>
      ) : (
        <ul className="space-y-3">
          {findings.map((finding) => (
            <FindingSaid key={`${finding.clause} ${finding.problem.code}`} finding={finding} />
          ))}
        </ul>
      )}
    </Fold>
  );
}

const colours = { refusal: "text-refusal", advice: "text-advice" };

function FindingSaid({ finding: { weight, clause, problem } }: { readonly finding: Finding }) {
  const { wrong, mend } = problemText(problem);
  return (
    <li className="flex gap-2 text-sm">
      <Icon name={tones[weight].icon} className={`mt-0.5 size-4 ${colours[weight]}`} />
      <p className="min-w-0">
        <span className={`font-medium ${colours[weight]}`}>
          {weight === "refusal" ? "Against the policy" : "Advice"}.
        </span>{" "}
        {wrong} <span className="text-muted">{mend}</span> {isClauseId(clause) ? <PolicyLink id={clause} /> : null}
      </p>
    </li>
  );
}
