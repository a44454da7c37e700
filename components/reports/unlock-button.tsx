"use client";

import { useState } from "react";
import { useMemberKey } from "#components/member-key/member-key-context.ts";
import { UnlockPanel } from "#components/member-key/unlock-panel.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

export interface UnlockButtonProps {
  readonly id: string;
  /** What unlocking is for, here. */
  readonly label: string;
}

/** Unlocks the member's key, or takes session keys by ticket, where something is seen to be sealed. */
export function UnlockButton({ id, label }: UnlockButtonProps) {
  const { state } = useMemberKey();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      trigger={
        <Button icon="unlock" size="small" pending={state.kind === "unlocking"}>
          {label}
        </Button>
      }
      title="Unlock your key"
      description="Keys and what they open stay in the memory of this tab, and end with it."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <UnlockPanel
        id={id}
        onUnlocked={() => {
          setOpen(false);
        }}
      />
    </Dialog>
  );
}
