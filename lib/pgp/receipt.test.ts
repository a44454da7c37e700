import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { parseHex } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { deriveReceipt, identifyingReceiptOf, newReceipt, parseReceipt, receiptLength } from "./receipt.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function newIdentifyingReceipt() {
  return identifyingReceiptOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** A receipt's characters without dashes, from any 128 bits. */
const receipts = fc
  .boolean()
  .map((hasKey) => (hasKey ? newReceipt() : newIdentifyingReceipt()).text.replaceAll("-", ""));

function codeOf(text: string): string | undefined {
  const outcome = parseReceipt(text);
  return outcome.ok ? undefined : outcome.problem.code;
}

describe("a receipt", () => {
  test("is seven groups of four, and tells in its first letter whether a key is in it", () => {
    expect(newReceipt().text).toMatch(/^R[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
    expect(newIdentifyingReceipt().text).toMatch(/^W/);
    expect(expectOk(parseReceipt(newReceipt().text)).kind).toBe("key");
    expect(expectOk(parseReceipt(newIdentifyingReceipt().text)).kind).toBe("identifying");
  });

  test("is never made twice", () => {
    expect(new Set(Array.from({ length: 100 }, () => newReceipt().text)).size).toBe(100);
  });

  property.prop([receipts])("is read as it was shown, in any case and with any gaps", (text) => {
    const receipt = expectOk(parseReceipt(text));
    const typed = ` ${receipt.text.toLowerCase().replaceAll("-", "  ").replaceAll("0", "o").replaceAll("1", "l")}\n`;
    expect(expectOk(parseReceipt(typed))).toEqual(receipt);
    expect(expectOk(parseReceipt(receipt.text.replaceAll("1", "I").replaceAll("0", "O")))).toEqual(receipt);
  });

  property.prop([receipts])("with any one character wrong is noticed", (text) => {
    for (let place = 0; place < receiptLength; place += 1) {
      for (const character of alphabet.replace(text.charAt(place), "")) {
        expect(codeOf(text.slice(0, place) + character + text.slice(place + 1))).toBe("RECEIPT_TYPO");
      }
    }
  });

  property.prop([receipts])("with any two characters swapped is noticed", (text) => {
    for (let left = 0; left < receiptLength; left += 1) {
      for (let right = left + 1; right < receiptLength; right += 1) {
        const characters = Array.from(text);
        [characters[left], characters[right]] = [text.charAt(right), text.charAt(left)];
        const swapped = characters.join("");
        if (swapped !== text) expect(codeOf(swapped)).toBe("RECEIPT_TYPO");
      }
    }
  });

  test.each([
    { what: "nothing", change: () => "" },
    { what: "one character missing", change: (text: string) => text.slice(0, -1) },
    { what: "one character too many", change: (text: string) => `${text}0` },
    { what: "a letter U", change: (text: string) => `U${text.slice(1)}` },
    { what: "a character of another script", change: (text: string) => `Я${text.slice(1)}` },
    { what: "a megabyte", change: (text: string) => text.repeat(30_000) },
  ])("$what is malformed", ({ change }) => {
    expect(codeOf(change(newReceipt().text))).toBe("RECEIPT_MALFORMED");
  });

  test.each([
    { what: "an unknown kind", text: "0000-0000-0000-0000-0000-0000-0000" },
    { what: "more than 128 bits", text: "R800-0000-0000-0000-0000-0000-000T" },
  ])("$what is malformed, though its check character fits", ({ text }) => {
    expect(codeOf(text)).toBe("RECEIPT_MALFORMED");
  });
});

test("only 16 bytes make a receipt", () => {
  expect(() => identifyingReceiptOf(new Uint8Array(15))).toThrow();
  expect(() => identifyingReceiptOf(new Uint8Array(17))).toThrow();
});

describe("what is derived from a receipt", () => {
  // Frozen: a change here locks out everybody who holds a receipt.
  test("stays the same for ever", async () => {
    const receipt = expectOk(parseReceipt("R000-4106-1050-R3GG-28A1-C60T-3GFC"));
    expect(receipt.secret).toEqual(Uint8Array.from({ length: 16 }, (_, index) => index));
    expect(await deriveReceipt(receipt)).toEqual({
      lookupId: "c993380344b561352fe31ee5591dcecb",
      authenticator: "c752deff3d19c8da0c526d33be0a963078c1220dd15d4b37817ec5040e2527eb",
      seeds: {
        signing: parseHex("170cff5c258fba27041131de70d78d41fefb0da3f539af822e78cace44248905"),
        decryption: parseHex("d541cdeec82b3ac359b5a3f3abcd56db27bbd636cdd03414123fac679c412b49"),
      },
    });
    expect(await deriveReceipt({ ...receipt, kind: "identifying" })).toEqual({
      lookupId: "46f13ceb45e8ffe9ca59e265b40e13d7",
      authenticator: "6af29a4b42ee70c243729765a1596627ed8b9f7ee745d41f9c1460ad58b130cb",
      seeds: null,
    });
  });

  test("has no key in it where the server made the receipt", async () => {
    const derived = await deriveReceipt(newIdentifyingReceipt());
    expect(derived.seeds).toBeNull();
    expect(derived.lookupId).toMatch(/^[0-9a-f]{32}$/);
    expect(derived.authenticator).toMatch(/^[0-9a-f]{64}$/);
  });

  test("differs between the two kinds of the same bits", async () => {
    const receipt = newReceipt();
    const one = await deriveReceipt(receipt);
    const other = await deriveReceipt({ ...receipt, kind: "identifying" });
    expect(one.lookupId).not.toBe(other.lookupId);
    expect(one.authenticator).not.toBe(other.authenticator);
  });

  test("is four outputs of which none is part of another", async () => {
    const { lookupId, authenticator, seeds } = await deriveReceipt(newReceipt());
    expect(seeds).not.toBeNull();
    const outputs = [authenticator.slice(0, 32), lookupId, seeds?.signing.join(), seeds?.decryption.join()];
    expect(new Set(outputs).size).toBe(4);
  });
});
