"use client";

import type { StepRoad } from "#components/step/step-road.ts";
import type { ShownIssue } from "#lib/schema/issue-response.ts";
import { TitleDialog, type TitleDialogProps } from "./title-dialog.tsx";

export interface IssueToolsProps extends Pick<TitleDialogProps, "report" | "reporterCertificates" | "trusted"> {
  readonly issue: ShownIssue;
  /** The number that an issue gets that is split out now. */
  readonly nextNumber: number;
  /** Whether the issue has a card, open or sealed. */
  readonly hasCard: boolean;
  /** The affected software, where the issue's card is open. */
  readonly software: string;
  readonly road: StepRoad;
}

/** What a member does about an issue as such (A6): give it a title where it has none, split another one out of it. */
export function IssueTools({ issue, nextNumber, hasCard, software, road, ...sealing }: IssueToolsProps) {
  const { number, revision } = issue;
  return (
    <>
      {hasCard ? null : (
        <TitleDialog
          {...sealing}
          trigger="Give it a title"
          title={`The title of issue ${String(number)}`}
          confirm="Encrypt the title"
          issue={number}
          software={software}
          onSealed={() => Promise.resolve({ ok: true, value: null })}
          onStored={road.refresh}
        />
      )}
      <TitleDialog
        {...sealing}
        trigger="Split an issue out"
        title="Split an issue out of this one"
        lead="It gets an embargo of its own, which begins with the date that holds now, and a CVE id of its own."
        confirm="Encrypt the title, and split"
        issue={nextNumber}
        software={software}
        onSealed={() => road.take({ kind: "split", issue: number, revision, number: nextNumber })}
        onStored={road.refresh}
      />
    </>
  );
}
