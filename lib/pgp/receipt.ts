import { concatBytes, hex, utf8 } from "#lib/base/bytes.ts";
import type { Problem } from "#lib/base/problem.ts";
import { ok, refused } from "#lib/base/result.ts";
import type { Result } from "#lib/base/result.ts";

/**
 * [Note: receipts]
 *
 * A receipt is 128 random bits, written as 28 characters of Crockford's base 32 in seven groups: one that tells its
 * kind, 26 for the bits, one that checks the others. The check is a weighted sum over GF(32) whose weights are the
 * distinct powers of a generator, so that it notices every single wrong character and every swap of two.
 *
 * `key`: made in the reporter's browser; the reporter's certificate grows from it and the server never sees it.
 * `identifying`: made by the server for a report that came over the API; it lets its holder in and opens nothing.
 */
export interface Receipt {
  readonly kind: ReceiptKind;
  /** 16 bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
  /** The form to show, such as `R04H-M3NP-…`. */
  readonly text: string;
}

export type ReceiptKind = "key" | "identifying";

/** 32 bytes for each half of a reporter's certificate. */
export interface ReceiptSeeds {
  readonly signing: Uint8Array<ArrayBuffer>;
  readonly decryption: Uint8Array<ArrayBuffer>;
}

export interface DerivedReceipt {
  /** Finds the report; 32 lower-case hexadecimal digits. Public to the server. */
  readonly lookupId: string;
  /** Proves the receipt; 64 lower-case hexadecimal digits. The server keeps only the SHA-256 of its bytes. */
  readonly authenticator: string;
  /** Null for an identifying receipt, which has no key in it. */
  readonly seeds: ReceiptSeeds | null;
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const markers: Readonly<Record<ReceiptKind, string>> = { key: "R", identifying: "W" };
const secretBytes = 16;
const secretCharacters = 26; // 130 bits: the two highest are zero
const groupLength = 4;

/** Letters and digits of a receipt, without its dashes. */
export const receiptLength = secretCharacters + 2;

/** A fresh receipt with a key in it. Call it in the reporter's browser only. */
export function newReceipt(): Receipt {
  return receiptOf("key", crypto.getRandomValues(new Uint8Array(secretBytes)));
}

/** The receipt of 16 given bytes that only identifies: what a server may make, because nothing can be opened with it. */
export function identifyingReceiptOf(secret: Uint8Array<ArrayBuffer>): Receipt {
  return receiptOf("identifying", secret);
}

/**
 * The receipt that somebody typed: in either case, with or without dashes and blanks, O for 0, I or L for 1.
 *
 * @problem RECEIPT_MALFORMED when it has not the length or the characters of a receipt, or begins like none.
 * @problem RECEIPT_TYPO when a character is wrong or two are swapped.
 */
export function parseReceipt(text: string): Result<Receipt, Problem<"RECEIPT_MALFORMED" | "RECEIPT_TYPO">> {
  const characters = text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const malformed = refused({ code: "RECEIPT_MALFORMED", facts: { length: receiptLength } } as const);
  if (characters.length !== receiptLength) return malformed;
  const values = Array.from(characters, (character) => alphabet.indexOf(character));
  if (values.includes(-1)) return malformed;

  if (checkValue(values.slice(0, -1)) !== values.at(-1)) return refused({ code: "RECEIPT_TYPO", facts: {} });
  const kind = kindOf(characters.charAt(0));
  const secret = secretOf(values.slice(1, -1));
  return kind === null || secret === null ? malformed : ok(receiptOf(kind, secret));
}

/** What a receipt stands for, by HKDF-SHA256 (RFC 5869): its outputs tell nothing of each other or of the receipt. */
export async function deriveReceipt(receipt: Receipt): Promise<DerivedReceipt> {
  const domain = receipt.kind === "key" ? "fortnight/receipt/v1" : "fortnight/identifying-receipt/v1";
  const key = await crypto.subtle.importKey("raw", receipt.secret, "HKDF", false, ["deriveBits"]);

  async function derive(purpose: string, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
    const parameters = { name: "HKDF", hash: "SHA-256", salt: utf8(domain), info: utf8(`${domain}/${purpose}`) };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, bytes * 8));
  }

  return {
    lookupId: hex(await derive("lookup-id", 16)),
    authenticator: hex(await derive("authenticator", 32)),
    seeds:
      receipt.kind === "key"
        ? { signing: await derive("ed25519-seed", 32), decryption: await derive("x25519-seed", 32) }
        : null,
  };
}

function receiptOf(kind: ReceiptKind, secret: Uint8Array<ArrayBuffer>): Receipt {
  if (secret.length !== secretBytes) throw new Error(`a receipt of ${String(secret.length)} bytes`);
  const values = [alphabet.indexOf(markers[kind]), ...characterValues(secret)];
  const characters = [...values, checkValue(values)].map((value) => alphabet.charAt(value)).join("");
  const groups = Array.from({ length: receiptLength / groupLength }, (_, index) =>
    characters.slice(index * groupLength, (index + 1) * groupLength),
  );
  return { kind, secret: concatBytes(secret), text: groups.join("-") };
}

function kindOf(marker: string): ReceiptKind | null {
  if (marker === markers.key) return "key";
  return marker === markers.identifying ? "identifying" : null;
}

function characterValues(secret: Uint8Array): readonly number[] {
  let number = BigInt(`0x${hex(secret)}`);
  const values: number[] = [];
  for (let count = 0; count < secretCharacters; count += 1) {
    values.unshift(Number(number & 31n));
    number >>= 5n;
  }
  return values;
}

function secretOf(values: readonly number[]): Uint8Array<ArrayBuffer> | null {
  const number = values.reduce((total, value) => (total << 5n) | BigInt(value), 0n);
  if (number >> BigInt(secretBytes * 8) !== 0n) return null;
  return Uint8Array.from({ length: secretBytes }, (_, index) =>
    Number((number >> BigInt(8 * (secretBytes - 1 - index))) & 255n),
  );
}

/** The weights, from the last value to the first, are g, g², g³ …; the check character itself has the weight 1. */
function checkValue(values: readonly number[]): number {
  return values.reduce((check, value) => timesGenerator(check ^ value), 0);
}

/** Multiplies by x in GF(32) = GF(2)[x] / (x⁵ + x² + 1), where x generates all 31 non-zero elements. */
function timesGenerator(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
