"use client";

import { PolicyLink } from "#components/report/policy-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { DescriptionList, type Description } from "#components/ui/description-list.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { CveDialog } from "./cve-dialog.tsx";
import { cveStateWords } from "./issue-words.ts";
import { StepProblem } from "#components/step/step-problem.tsx";
import type { StepDesk, Viewer } from "#components/step/step-desk.ts";
import { useStep } from "#components/step/use-step.ts";

export interface IssueRowsProps {
  readonly issue: ShownIssue;
  readonly desk: StepDesk;
}

/** What is said of an issue beside its date: its CVE id, an extension, whether it was withdrawn. */
export function IssueRows({ issue, desk: { viewer, road } }: IssueRowsProps) {
  const step = useStep(road);
  const { number, revision, cve, policy, isExtensionAgreed, withdrawnAt, embargo } = issue;
  const isOver = embargo.end !== null;
  const rows: readonly Description[] = [
    {
      term: "CVE id",
      details: cve.id === null ? cveStateWords[cve.state] : <span className="font-mono">{cve.id}</span>,
      action: <CveDialog issue={issue} road={road} />,
    },
    ...(policy.knowsExtension
      ? [
          {
            term: "Extension",
            details: isExtensionAgreed ? "Granted by the list" : "Not granted",
            ...(isExtensionAgreed || viewer === "reporter" || isOver
              ? {}
              : {
                  action: (
                    <ExtensionButton
                      onConfirm={() => step.take({ kind: "agree-extension", issue: number, revision })}
                    />
                  ),
                }),
          },
        ]
      : []),
    ...(withdrawnAt === null ? [] : [{ term: "Withdrawal", details: <Withdrawn at={withdrawnAt} viewer={viewer} /> }]),
  ];
  return (
    <div className="space-y-3">
      <DescriptionList rows={rows} />
      <StepProblem problem={step.problem} />
    </div>
  );
}

function Withdrawn({ at, viewer }: { readonly at: Date; readonly viewer: Viewer }) {
  return (
    <>
      Withdrawn <Instant at={at} />. That it is made public is still owed
      {viewer === "reporter" ? ", by you" : ""} <PolicyLink id="R13" />
    </>
  );
}

function ExtensionButton({ onConfirm }: { readonly onConfirm: () => Promise<boolean> }) {
  return (
    <ConfirmDialog
      trigger={<Button size="small">Grant it</Button>}
      title="Grant the exceptional extension?"
      confirmLabel="Grant it"
      onConfirm={async () => {
        await onConfirm();
      }}
    >
      <p>
        Later dates may be proposed and agreed then, within the extended maximum <PolicyLink id="R11" />.
      </p>
    </ConfirmDialog>
  );
}
