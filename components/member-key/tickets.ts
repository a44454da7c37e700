import { parseBase64 } from "#lib/base/bytes.ts";
import { ticketParts, type TicketParts } from "#lib/pgp/client-ticket.ts";

/** A small message from which gpg prints the session key of an envelope, or of the keyring. */
export interface Ticket extends TicketParts {
  /** An envelope's, or `keyring`. */
  readonly id: string;
  /** Key packet and empty body, in base64. */
  readonly text: string;
}

export const keyringId = "keyring";

/** The tickets of `GET /api/v1/tickets`, one a line; lines that are none are left out. */
export function parseTickets(text: string): readonly Ticket[] {
  return text.split("\n").flatMap((line) => {
    const [id, encoded] = line.split(" ");
    const bytes = encoded === undefined ? null : parseBase64(encoded);
    const parts = bytes === null ? null : ticketParts(bytes);
    // Both go into a shell: nothing but what ids and base64 are made of.
    if (id === undefined || encoded === undefined || parts === null || !/^[a-z0-9-]+$/.test(id)) return [];
    return [{ id, text: encoded, ...parts }];
  });
}

/** Tickets as lines `ID BASE64`, each ended by LF. */
export function ticketLines(tickets: readonly Ticket[]): string {
  return tickets.map(({ id, text }) => `${id} ${text}\n`).join("");
}

export const ticketsFileName = "tickets.txt";

/** More than so many would be too much to paste into a terminal. */
const maximumInline = 3;

/** Whether tickets are so few that they are part of the command; else they are to be saved as a file first. */
export function areInline(tickets: readonly Ticket[]): boolean {
  return tickets.length <= maximumInline;
}

/** Prints `ID 9:HEX` for each ticket. In the C locale, because gpg speaks its users' languages. */
export function ticketCommand(tickets: readonly Ticket[]): string {
  const open = "base64 -d | LC_ALL=C gpg --show-session-key --decrypt 2>&1";
  const find = String.raw`sed -n "s/.*session key: '\([^']*\)'.*/\1/p"`;
  const loop = `while read -r id ticket; do echo "$id $(echo "$ticket" | ${open} | ${find})"; done`;
  if (!areInline(tickets)) return `${loop} < ${ticketsFileName}`;
  return `${loop} <<'TICKETS'\n${ticketLines(tickets)}TICKETS`;
}

export interface PrintedKeys {
  /** The line that opens the keyring, where there is one. */
  readonly keyringLine: string | null;
  /** What is left: session keys of envelopes. */
  readonly envelopeLines: string;
}

/**
 * What somebody pasted, divided. Where only the keyring's ticket was asked for, a single line is the keyring's, whatever
 * it begins with: gpg or sq may have been run by hand.
 */
export function dividePrinted(printed: string, isOnlyKeyring: boolean): PrintedKeys {
  const lines = printed.split("\n").filter((line) => line.trim() !== "");
  const named = lines.find((line) => line.trim().startsWith(`${keyringId} `));
  const keyringLine = named ?? (isOnlyKeyring && lines.length === 1 ? (lines[0] ?? null) : null);
  return { keyringLine, envelopeLines: lines.filter((line) => line !== keyringLine).join("\n") };
}
