"use client";

import { useState } from "react";
import { tabVault } from "#lib/pgp/client.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { useFocusOnProblem } from "#components/request/use-focus-on-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { openReceipt, type OpenReceipt } from "./receipt-road.ts";

/** Asks for the receipt. What is typed is checked here; it never leaves the browser. */
export function ReceiptForm({ onOpened }: { readonly onOpened: (opened: OpenReceipt) => void }) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isPending, setPending] = useState(false);
  useFocusOnProblem("receipt-code", problem);

  async function open() {
    setPending(true);
    setProblem(null);
    const opened = await openReceipt(tabVault(), text);
    setPending(false);
    if (opened.ok) onOpened(opened.value);
    else setProblem(opened.problem);
  }

  return (
    <form
      className="max-w-prose space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void open();
      }}
    >
      {/* No `name`: a field without one is in no form submission, whatever happens to the script. */}
      <TextField
        id="receipt-code"
        label="Your receipt"
        hint="28 letters and digits, in capitals or not, with or without the dashes. Pasting is fine."
        error={problem === null ? undefined : `${problem.wrong} ${problem.mend}`}
        mono
        width="full"
        autoCapitalize="characters"
        autoCorrect="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <Button type="submit" variant="primary" icon="unlock" pending={isPending}>
        Open the report
      </Button>
      <p className="text-sm text-muted">
        The code stays in this browser. What is sent proves that you have it, and cannot be turned back into it.
      </p>
    </form>
  );
}
