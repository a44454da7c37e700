"use client";

import type { ShownIssue } from "#lib/schema/issue-response.ts";
import type { ShownObligation } from "#lib/schema/obligation.ts";
import type { StepDesk } from "#components/step/step-desk.ts";
import { StepOpener } from "#components/step/step-opener.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { MissingList } from "./missing-list.tsx";
import { missingPostings } from "./missing-postings.ts";
import { PostingRow } from "./posting-row.tsx";
import { RecordPostingForm } from "./record-posting-form.tsx";
import { ShareExploitForm } from "./share-exploit-form.tsx";
import { SharedExploit } from "./shared-exploit.tsx";

export interface PostingsPanelProps {
  readonly issue: ShownIssue;
  readonly obligations: readonly ShownObligation[];
  readonly isOneOfSeveral: boolean;
  readonly desk: StepDesk;
}

/** What was said of an issue in public (R13, R14), and what is missing there. */
export function PostingsPanel({ issue, obligations, isOneOfSeveral, desk }: PostingsPanelProps) {
  const { postings, exploit } = issue;
  const number = String(issue.number);
  const missing = missingPostings(issue, obligations);
  const isLate = missing.some(({ dueAt }) => dueAt === null || dueAt <= desk.now);
  return (
    <Fold
      id={`postings-${number}`}
      title={isOneOfSeveral ? `Postings of issue ${number}` : "Postings"}
      note={noteOf(postings.length, missing.length, isLate)}
      isOpen={isLate}
    >
      <div className="space-y-4">
        {postings.length === 0 ? (
          <NothingPosted venue={issue.policy.venue} />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {postings.map((posting) => (
              <PostingRow key={posting.id} posting={posting} issue={issue} desk={desk} />
            ))}
          </ul>
        )}
        {exploit === null ? null : <SharedExploit exploit={exploit} issue={issue} desk={desk} />}
        <MissingList missing={missing} now={desk.now} />
        <StepOpener id={`record-posting-${number}`} label="Record a posting" size="small">
          {(close) => <RecordPostingForm issue={issue} desk={desk} onClose={close} />}
        </StepOpener>
        <StepOpener
          id={`share-exploit-${number}`}
          label={exploit === null ? "Record that an exploit was shared" : "Change what is recorded of the exploit"}
          size="small"
        >
          {(close) => <ShareExploitForm issue={issue} desk={desk} onClose={close} />}
        </StepOpener>
      </div>
    </Fold>
  );
}

function noteOf(count: number, missing: number, isLate: boolean): string {
  const recorded = count === 0 ? "None yet" : `${String(count)} recorded`;
  return missing === 0 ? recorded : `${recorded}, ${String(missing)} ${isLate ? "missing" : "to come"}`;
}

function NothingPosted({ venue: { name, href } }: { readonly venue: ShownIssue["policy"]["venue"] }) {
  return (
    <p className="text-muted">
      As far as is recorded here, nothing was posted to{" "}
      <a href={href} target="_blank" rel="noopener noreferrer" className="link">
        {name}
      </a>{" "}
      yet.
    </p>
  );
}
