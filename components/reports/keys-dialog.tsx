"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { chooseSingleKeys, useSingleKeys } from "./single-keys.ts";

export interface KeysDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const rows = [
  { keys: ["j"], what: "to the next report", single: true },
  { keys: ["k"], what: "to the report before", single: true },
  { keys: ["o"], what: "open the report that has the focus", single: true },
  { keys: ["/"], what: "to the search", single: true },
  { keys: ["?"], what: "show these keys", single: true },
  {
    keys: ["↓", "↑"],
    what: "from report to report, once one has the focus; ↓ leads from the search into the table",
    single: false,
  },
  { keys: ["Home", "End"], what: "to the first or last report on this screen", single: false },
  { keys: ["Enter"], what: "open the report that has the focus", single: false },
] as const;

/** The keys of the table, and a way to turn off those that are a single character. */
export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  const areOn = useSingleKeys();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys">
      <Checkbox
        id="single-keys"
        label="Single keys act in this table"
        hint="Turn them off if speech input or a slip of the hand sets them off."
        checked={areOn}
        onChange={(event) => {
          chooseSingleKeys(event.target.checked);
        }}
      />
      <dl className="mt-4 space-y-2">
        {rows.map(({ keys, what, single }) => (
          <div key={keys.join()} className="grid grid-cols-[7rem_1fr] items-baseline gap-3">
            <dt className="flex flex-wrap gap-1">
              {keys.map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dt>
            <dd className={single && !areOn ? "text-muted line-through" : undefined}>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
