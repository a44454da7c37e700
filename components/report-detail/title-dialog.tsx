"use client";

import { useState } from "react";
import { isUnfamiliar } from "#components/list/unfamiliar-coordinator.tsx";
import { PolicyLink } from "#components/report/policy-link.tsx";
import type { TrustedRoster } from "#components/sealing/trusted-roster.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TitleForm, type TitleFormProps } from "./title-form.tsx";

export interface TitleDialogProps extends Omit<TitleFormProps, "trusted"> {
  /** Null until it has been looked at, and where it is refused. */
  readonly trusted: TrustedRoster | null;
  readonly trigger: string;
  readonly title: string;
  readonly lead?: string;
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
