import { armorMessage } from "./armor.ts";
import { joinEnvelope } from "./envelope-check.ts";

/**
 * A ticket: an armoured message without text, from which `gpg --show-session-key --decrypt` prints the session key of
 * the envelope. Under 300 bytes for a Curve25519 reader. It goes through gpg-agent, so a smartcard reads it too.
 */
export function ticketOf(keyPacket: Uint8Array, emptyBody: Uint8Array): string {
  return armorMessage(joinEnvelope(keyPacket, emptyBody));
}
