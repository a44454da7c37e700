"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { chooseSingleKeys, useSingleKeys } from "./single-keys.ts";

/** Keys that do the same, and what that is. */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly what: string;
  /** Whether it is a single character, which can be turned off. */
  readonly single: boolean;
}

export interface KeysDialogProps {
  readonly rows: readonly KeyRow[];
  /** Where the single keys act: `in this table`. */
  readonly where: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The keys of a part of a page, and a way to turn off those that are a single character. */
export function KeysDialog({ rows, where, open, onOpenChange }: KeysDialogProps) {
  const areOn = useSingleKeys();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys">
      <Checkbox
        id="single-keys"
        label={`Single keys act ${where}`}
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
