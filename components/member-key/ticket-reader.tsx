"use client";

import { useState } from "react";
import type { Result } from "#lib/base/result.ts";
import type { ShownProblem } from "#components/request/shown-problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useMemberKey } from "./member-key-context.ts";
import { fetchTickets, wantedTickets } from "./take-tickets.ts";
import { keyringId, type Ticket } from "./tickets.ts";
import { TicketSteps } from "./ticket-steps.tsx";

export interface TicketReaderProps {
  readonly id: string;
  /** Nothing is left to read by ticket. */
  readonly onDone?: () => void;
}

/** Reads with a key that only gpg can use, a smartcard's say: session keys come here, the private key does not. */
export function TicketReader({ id, onDone }: TicketReaderProps) {
  const { vault, isKeyringOpen, takePrinted, now } = useMemberKey();
  const [wanted, setWanted] = useState<readonly Ticket[] | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isPending, setPending] = useState(false);

  async function step(work: () => Promise<Result<readonly Ticket[], ShownProblem>>) {
    setPending(true);
    const outcome = await work();
    setPending(false);
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) return;
    setWanted(outcome.value);
    if (outcome.value.length === 0) onDone?.();
  }

  async function fetchWanted(isOpen: boolean): Promise<Result<readonly Ticket[], ShownProblem>> {
    const tickets = await fetchTickets();
    return tickets.ok ? wantedTickets(vault, tickets.value, { isKeyringOpen: isOpen, at: now() }) : tickets;
  }

  async function take(printed: string): Promise<Result<readonly Ticket[], ShownProblem>> {
    const taken = await takePrinted(printed, wanted ?? []);
    return taken.ok ? fetchWanted(isKeyringOpen || taken.value.isKeyringOpen) : taken;
  }

  return (
    <div className="space-y-4">
      {wanted === null ? (
        <>
          <p className="max-w-prose">
            gpg prints the session keys of what is sealed to you, and your private key stays where it is. You can then
            read, answer and grant in this tab.
          </p>
          <Button
            variant="primary"
            icon="key"
            pending={isPending}
            onClick={() => void step(() => fetchWanted(isKeyringOpen))}
          >
            Show the command
          </Button>
        </>
      ) : wanted.length === 0 ? (
        <p role="status" className="font-medium text-success">
          Everything that is sealed to you can be read in this tab now.
        </p>
      ) : (
        <TicketSteps
          key={wanted.map((ticket) => ticket.id).join(" ")}
          id={id}
          tickets={wanted}
          isKeyring={wanted.every((ticket) => ticket.id === keyringId)}
          isPending={isPending}
          onPrinted={(printed) => void step(() => take(printed))}
        />
      )}
      {problem === null ? null : (
        <Notice tone="refusal" role="alert" title={problem.wrong}>
          <p>{problem.mend}</p>
        </Notice>
      )}
    </div>
  );
}
