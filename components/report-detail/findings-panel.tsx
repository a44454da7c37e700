"use client";

import { problemText } from "#lib/base/problem.ts";
import { findingsOf } from "#lib/policy/findings.ts";
import type { Finding } from "#lib/policy/finding.ts";
import { isClauseId } from "#lib/policy/clause.ts";
import { policyOf } from "#lib/policy/policy-of.ts";
import { submissionFacts } from "#lib/schema/clear-facts.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { PolicyLink } from "#components/report/policy-link.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useMinuteClock } from "#components/ui/minute-clock.ts";
import { Panel } from "#components/ui/panel.tsx";
import { tones, type Tone } from "#components/ui/tone.ts";
import { clockNotes } from "./clock-notes.ts";
import type { ReactNode } from "react";

/** What the policy says of this report as things stand, by its answers and by the clock. */
export function FindingsPanel({ report, obligations, now }: Pick<ReportPage, "report" | "obligations" | "now">) {
  const current = useMinuteClock(now);
  const findings = findingsOf(submissionFacts(report.answers, report.receivedAt), policyOf(report.policyVersion));
  const notes = clockNotes(obligations, current);

  return (
    <Panel title="What the policy says">
      {findings.length + notes.length === 0 ? (
        <p className="text-muted">Nothing against this report, and nothing is due within a day.</p>
      ) : (
        <ul className="space-y-3">
          {notes.map(({ tone, what, by, dueAt, clause }) => (
            <Said key={`${what} ${clause}`} tone={tone} word={tone === "refusal" ? "Overdue" : "Soon"} clause={clause}>
              {what}, by {by}: <Countdown to={dueAt} now={now} />.
            </Said>
          ))}
          {findings.map((finding) => (
            <FindingSaid key={`${finding.clause} ${finding.problem.code}`} finding={finding} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function FindingSaid({ finding: { weight, clause, problem } }: { readonly finding: Finding }) {
  const { wrong, mend } = problemText(problem);
  return (
    <Said tone={weight} word={weight === "refusal" ? "Against the policy" : "Advice"} clause={clause}>
      {wrong} <span className="text-muted">{mend}</span>
    </Said>
  );
}

interface SaidProps {
  readonly tone: Extract<Tone, "refusal" | "advice">;
  readonly word: string;
  readonly clause: string;
  readonly children: ReactNode;
}

const colours = { refusal: "text-refusal", advice: "text-advice" };

function Said({ tone, word, clause, children }: SaidProps) {
  return (
    <li className="flex gap-2 text-sm">
      <Icon name={tones[tone].icon} className={`mt-0.5 size-4 ${colours[tone]}`} />
      <p className="min-w-0">
        <span className={`font-medium ${colours[tone]}`}>{word}.</span> {children}{" "}
        {isClauseId(clause) ? <PolicyLink id={clause} /> : null}
      </p>
    </li>
  );
}
