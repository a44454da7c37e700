"use client";

import { useState } from "react";
import { isUnfamiliar } from "#components/list/unfamiliar-coordinator.tsx";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Result } from "#lib/base/result.ts";
import type { ReportPage } from "#lib/schema/report-page.ts";
import { TitleForm } from "./title-form.tsx";

export interface TitleDialogProps extends Pick<ReportPage, "reporterCertificates"> {
  readonly report: Pick<ReportPage["report"], "id" | "listName">;
  /** Null until it has been looked at, and where it is refused. */
  readonly trusted: TrustedRoster | null;
  readonly trigger: string;
  readonly title: string;
  readonly lead?: string;
  readonly confirm: string;
  /** The issue that the card is for. */
  readonly issue: number;
  /** The affected software, as far as it is known. */
  readonly software: string;
  /** Called once the card is sealed, before it is stored: what makes the issue that it belongs to. */
  readonly onSealed: () => Promise<Result<null, ShownProblem>>;
  readonly onStored: () => void;
}

/** Asks for the title of an issue, which is sealed in the browser before anything is sent. */
export function TitleDialog({ trigger, title, lead, trusted, onStored, ...form }: TitleDialogProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="small">{trigger}</Button>}
      title={title}
      description={
        <p>
          {lead} Title and software are encrypted here, to the readers of today’s roster and to the reporter{" "}
          <PolicyLink id="A6" />.
        </p>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      {trusted === null || isUnfamiliar(trusted) ? (
        <p>The signed roster has to be checked first: see “Reply” below.</p>
      ) : (
        <TitleForm
          {...form}
          trusted={trusted}
          onStored={() => {
            setOpen(false);
            onStored();
          }}
        />
      )}
    </Dialog>
  );
}
