"use client";

import { useState } from "react";
import { CloseObligationForm } from "#components/obligation/close-obligation-form.tsx";
import { owedWords } from "#components/reports/owed-words.ts";
import { useMemberRoad } from "#components/step/use-member-road.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";

export interface CloseDialogProps {
  readonly deadline: ShownDeadline & { readonly reportId: string };
  readonly label: string;
  readonly onDone: (text: string) => void;
}

/** Closes what is owed, with what shows that it was done. */
export function CloseDialog({ deadline, label, onDone }: CloseDialogProps) {
  const { handle } = deadline;
  const { what } = owedWords(deadline);
  const road = useMemberRoad(deadline.reportId);
  const [isOpen, setOpen] = useState(false);

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" icon="check">
          {label}
          <VisuallyHidden>
            : {what}, {handle}
          </VisuallyHidden>
        </Button>
      }
      title={`Close: ${what}`}
      description={<p>For {handle}. It stands there under your name, and can be opened again.</p>}
    >
      <CloseObligationForm
        obligation={deadline}
        road={road}
        onCancel={() => {
          setOpen(false);
        }}
        onClosed={() => {
          setOpen(false);
          onDone(`${handle}: “${what}” is closed`);
        }}
      />
    </Dialog>
  );
}
