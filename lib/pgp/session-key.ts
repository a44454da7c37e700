import { parseHex } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused, type Result } from "#lib/base/result.ts";

/**
 * An AES key of 32 bytes. Envelopes that foreign programs made may have 16 or 24: the length tells the cipher, and
 * Fortnight opens, grants and discloses those all the same.
 */
export type SessionKey = Uint8Array;

type CipherName = "aes128" | "aes192" | "aes256";

const cipherOfLength: ReadonlyMap<number, { readonly name: CipherName; readonly id: number }> = new Map([
  [16, { name: "aes128", id: 7 }],
  [24, { name: "aes192", id: 8 }],
  [32, { name: "aes256", id: 9 }],
]);

/** 256 bits from the platform's generator. */
export function newSessionKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** The name that OpenPGP.js has for a session key's cipher. Throws where the length is no AES key's. */
export function cipherName(sessionKey: SessionKey): CipherName {
  return cipherOf(sessionKey).name;
}

/** `9:` and upper-case hexadecimal digits: what `gpg --override-session-key` takes. */
export function sessionKeyLine(sessionKey: SessionKey): string {
  const digits = Array.from(sessionKey, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${String(cipherOf(sessionKey).id)}:${digits.toUpperCase()}`;
}

function cipherOf(sessionKey: SessionKey): { readonly name: CipherName; readonly id: number } {
  const cipher = cipherOfLength.get(sessionKey.length);
  if (cipher === undefined) throw new Error(`a session key of ${String(sessionKey.length)} bytes is none of AES`);
  return cipher;
}

/**
 * The session key in a line that a program printed: `gpg: session key: '9:HEX'` or `9:HEX` (GnuPG),
 * `Session key: HEX` (sq), or the digits alone. What stands around it on the line does no harm.
 *
 * @problem PGP_NOT_A_SESSION_KEY when the line holds none, more than one, or one of a length that is not its cipher's.
 * @problem PGP_OTHER_CIPHER when GnuPG names a cipher that is not AES.
 */
export function parseSessionKeyLine(
  line: string,
): Result<Uint8Array<ArrayBuffer>, Problem<"PGP_NOT_A_SESSION_KEY" | "PGP_OTHER_CIPHER">> {
  const notAKey = refused({ code: "PGP_NOT_A_SESSION_KEY", facts: {} } as const);
  const candidates = [...line.matchAll(/(?<![0-9A-Za-z])(?:(\d{1,3}):)?([0-9A-Fa-f]{32,64})(?![0-9A-Za-z])/g)];
  const [candidate, ...others] = candidates;
  if (candidate === undefined || others.length > 0) return notAKey;

  const bytes = parseHex(candidate[2] ?? "");
  const cipher = cipherOfLength.get(bytes?.length ?? 0);
  if (bytes === null || cipher === undefined) return notAKey;
  const named = candidate[1] === undefined ? cipher.id : Number(candidate[1]);
  if (named === cipher.id) return ok(bytes);
  return named >= 7 && named <= 9 ? notAKey : refused({ code: "PGP_OTHER_CIPHER", facts: { cipher: named } });
}
