import { splitEnvelope } from "./envelope-check.ts";

export interface TicketParts {
  readonly keyPacket: Uint8Array;
  readonly emptyBody: Uint8Array;
}

/** The two packets of a ticket, or null where it is none. Like `client.ts`, for pages: it names no OpenPGP.js. */
export function ticketParts(ticket: Uint8Array): TicketParts | null {
  const split = splitEnvelope(ticket);
  if (!split.ok) return null;
  const [keyPacket, ...others] = split.value.keyPackets;
  if (keyPacket === undefined || others.length > 0) return null;
  return { keyPacket: keyPacket.bytes, emptyBody: split.value.body };
}
