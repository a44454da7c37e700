"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { useMemberKey } from "./member-key-context.ts";
import type { MemberKeyState } from "./member-key-store.ts";
import { UnlockPanel } from "./unlock-panel.tsx";

const looks: Readonly<Record<MemberKeyState["kind"], { readonly icon: IconName; readonly label: string }>> = {
  unknown: { icon: "lock", label: "Unlock your key" },
  locked: { icon: "lock", label: "Unlock your key" },
  unlocking: { icon: "key", label: "Unlocking …" },
  unlocked: { icon: "unlock", label: "Lock your key" },
  tickets: { icon: "unlock", label: "Reading by ticket" },
};

/** Whether what is sealed can be read in this tab, and the way to change it. */
export function KeyStatus() {
  const { state, lock } = useMemberKey();
  const [isOpen, setOpen] = useState(false);
  const { icon, label } = looks[state.kind];

  if (state.kind === "unlocked") {
    return (
      <Button size="small" icon={icon} onClick={() => void lock()}>
        {label}
      </Button>
    );
  }
  return (
    <Dialog
      trigger={
        <Button size="small" icon={icon} variant={state.kind === "tickets" ? "secondary" : "primary"}>
          {label}
        </Button>
      }
      title={state.kind === "tickets" ? "Reading by ticket" : "Unlock your key"}
      description="Keys and what they open stay in the memory of this tab, and end with it."
      open={isOpen}
      onOpenChange={setOpen}
    >
      <UnlockPanel
        id="key-status"
        onUnlocked={() => {
          setOpen(false);
        }}
      />
      {state.kind === "tickets" ? (
        <p className="mt-6 border-t border-line pt-4">
          <Button
            icon="lock"
            onClick={() =>
              void lock().then(() => {
                setOpen(false);
              })
            }
          >
            Forget all session keys
          </Button>
        </p>
      ) : null}
    </Dialog>
  );
}
