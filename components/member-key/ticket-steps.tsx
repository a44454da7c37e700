"use client";

import { useState } from "react";
import { utf8 } from "#lib/base/bytes.ts";
import { saveFile } from "#components/thread/save-file.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { areInline, ticketCommand, ticketLines, ticketsFileName, type Ticket } from "./tickets.ts";

export interface TicketStepsProps {
  readonly id: string;
  readonly tickets: readonly Ticket[];
  /** The keyring's ticket alone, which opens all that was read before. */
  readonly isKeyring: boolean;
  readonly isPending: boolean;
  readonly onPrinted: (printed: string) => void;
}

/** What to run, and where to paste what it prints. */
export function TicketSteps({ id, tickets, isKeyring, isPending, onPrinted }: TicketStepsProps) {
  const [printed, setPrinted] = useState("");

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) onPrinted(printed);
      }}
    >
      <p className="max-w-prose">{isKeyring ? forKeyring : forEnvelopes(tickets.length)}</p>
      {areInline(tickets) ? null : (
        <Button
          icon="download"
          onClick={() => {
            saveFile(ticketsFileName, utf8(ticketLines(tickets)));
          }}
        >
          Save {ticketsFileName}
        </Button>
      )}
      <CodeBlock
        label={areInline(tickets) ? "Run this in a terminal" : "Run this in a terminal, where the file is"}
        text={ticketCommand(tickets)}
        room="a few lines" // tickets of RSA keys would push what is to be done with them out of sight
      />
      <TextArea
        id={`${id}-printed`}
        label="What it printed"
        hint="Each line is a session key: it opens one envelope and is worth as much as what stands in it."
        mono
        rows={Math.min(5, tickets.length + 1)}
        value={printed}
        onChange={(event) => {
          setPrinted(event.target.value);
        }}
      />
      <Button type="submit" variant="primary" icon="unlock" pending={isPending}>
        Open with these
      </Button>
    </form>
  );
}

const forKeyring =
  "One ticket opens your keyring: the session keys of all that you have read here before, sealed to you.";

function forEnvelopes(count: number): string {
  const many = count === 1 ? "One envelope waits" : `${String(count)} envelopes wait`;
  return `${many} for your key. What is opened now is kept in your keyring, sealed to you, so that next time one ticket is enough.`;
}
