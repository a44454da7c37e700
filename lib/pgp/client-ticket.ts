import { splitEnvelope } from "./envelope-check.ts";

export interface TicketParts {
  readonly keyPacket: Uint8Array;
  readonly emptyBody: Uint8Array;
}

/** The two packets of a ticket, or null where it is none. Like `client.ts`, for pages: it names no OpenPGP.js. */
export function ticketParts(ticket: Uint8Array): TicketParts | null {
  const split = splitEnvelope(ticket);
  const [keyPacket, ...others] = split.ok ? split.value.keyPackets : [];
  if (!split.ok || keyPacket === undefined || others.length > 0) return null;
  return { keyPacket: keyPacket.bytes, emptyBody: split.value.body };
}
