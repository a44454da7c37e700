"use client";

import { useState } from "react";
import type { UnlockedReceipt } from "#lib/pgp/client.ts";
import { addressSchema } from "#lib/schema/submission.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { changeAddress } from "./receipt-road.ts";

export interface AddressFormProps {
  readonly receipt: UnlockedReceipt;
  /** The one that is stored now. */
  readonly address: string | null;
  readonly onChanged: () => void;
}

/** A mail address for notices; the server sees it, which is said. */
export function AddressForm({ receipt, address, onChanged }: AddressFormProps) {
  const [typed, setTyped] = useState(address ?? "");
  const [error, setError] = useState<string | undefined>();
  const [outcome, setOutcome] = useState("");
  const [isPending, setPending] = useState(false);

  async function change(next: string | null) {
    setPending(true);
    setOutcome("");
    const changed = await changeAddress(receipt, next);
    setPending(false);
    setError(changed.ok ? undefined : `${changed.problem.wrong} ${changed.problem.mend}`);
    if (!changed.ok) return;
    setTyped(next ?? "");
    setOutcome(next === null ? "The address has been removed." : "The address has been saved.");
    onChanged();
  }

  function submit() {
    const parsed = addressSchema.safeParse(typed.trim());
    setError(parsed.success ? undefined : "Give an address like name@example.org.");
    if (parsed.success) void change(parsed.data);
  }

  return (
    <form
      className="max-w-prose space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) submit();
      }}
    >
      <TextField
        id="receipt-address"
        type="email"
        label="Mail address for notices"
        hint="This portal sends no notices yet: look here now and then. The address is stored in clear: whoever gets hold of the server’s data learns that it belongs to this report."
        optional
        autoComplete="email"
        width="medium"
        error={error}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={isPending}>
          {address === null ? "Save the address" : "Change the address"}
        </Button>
        {address === null ? null : (
          <Button variant="quiet" onClick={() => void change(null)}>
            Remove it
          </Button>
        )}
        <p role="status" className="text-sm text-success empty:hidden">
          {outcome}
        </p>
      </div>
    </form>
  );
}
