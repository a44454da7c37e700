import { concatBytes, equalBytes, hex, sha256, utf8 } from "#lib/base/bytes.ts";
import type { SessionKey } from "./session-key.ts";

/** 32 bytes that fix one session key for one body, and tell nothing of the key. */
export type Commitment = Uint8Array;

const domain = utf8("fortnight commitment v1\0");

/** `SHA-256("fortnight commitment v1" ‖ 0 ‖ session key ‖ SHA-256(body))`. */
export async function commitmentOf(sessionKey: SessionKey, body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(concatBytes(domain, sessionKey, await sha256(body)));
}

/** Whether this is the session key, and this the body, that the commitment was made for. */
export async function checkCommitment({
  commitment,
  sessionKey,
  body,
}: {
  readonly commitment: Commitment;
  readonly sessionKey: SessionKey;
  readonly body: Uint8Array;
}): Promise<boolean> {
  return equalBytes(await commitmentOf(sessionKey, body), commitment);
}

/** What an author signs: one line that names the commitment, ended by LF. */
export function commitmentText(commitment: Commitment): string {
  return `fortnight commitment v1 ${hex(commitment)}\n`;
}
