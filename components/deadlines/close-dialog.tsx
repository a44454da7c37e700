"use client";

import { useState } from "react";
import { owedWords } from "#components/reports/owed-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { ShownDeadline } from "#lib/schema/deadlines-response.ts";
import { CloseForm } from "./close-form.tsx";

export interface CloseDialogProps {
  readonly deadline: ShownDeadline & { readonly reportId: string };
  readonly label: string;
  readonly onDone: (text: string) => void;
}

/** Closes what is owed, with what shows that it was done. */
export function CloseDialog({ deadline, label, onDone }: CloseDialogProps) {
  const { handle } = deadline;
  const { what } = owedWords(deadline);
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
      <CloseForm
        deadline={deadline}
        onClosed={() => {
          setOpen(false);
          onDone(`${handle}: “${what}” is closed`);
        }}
      />
    </Dialog>
  );
}
