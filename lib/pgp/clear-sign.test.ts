import { expect, test } from "vitest";
import { addDays, minuteMs } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { clearSign, readClearSigned, verifyClearSigned } from "./clear-sign.ts";
import { answeredText, openpgp } from "./library.ts";
import { deriveReceipt, newReceipt } from "./receipt.ts";
import { reporterKeyFromSeeds } from "./reporter-certificate.ts";
import { privateKeyOf } from "./unlock.ts";

const issuedAt = new Date("2026-06-01T12:00:00Z");
const now = issuedAt;

async function signer() {
  const { seeds } = await deriveReceipt(newReceipt());
  if (seeds === null) throw new Error("a receipt without a key");
  return reporterKeyFromSeeds(seeds);
}

test("any text at all is verified as it was signed", async () => {
  const { key, certificate } = await signer();
  for (const text of ["-dash\n- dash\n-----BEGIN PGP", "From here\n\n\nto there", "ünï\u2028cöde 🗝"]) {
    const signed = expectOk(await clearSign(text, key, now));
    const verified = await verifyClearSigned({
      signed,
      expectedText: text,
      certificate,
      issuedAt,
      now,
    });
    expect(verified).toMatchObject({ ok: true });
  }
});

test("a signature that was good when it was made is refused later, for its time", async () => {
  const { key, certificate } = await signer();
  const signed = expectOk(await clearSign("text", key, now));
  const later = { signed, expectedText: "text", certificate, issuedAt: addDays(now, 1), now: addDays(now, 1) };
  expect(await verifyClearSigned(later)).toEqual({
    ok: false,
    problem: { code: "CLOCK", differenceSeconds: -86_400 },
  });
});

test("a text is looked at before its signature, and given back only for comparison", async () => {
  const [{ key }, other] = [await signer(), await signer()];
  const signed = expectOk(await clearSign("one", key, now));
  const { certificate } = other;
  expect(await verifyClearSigned({ signed, expectedText: "another", certificate, issuedAt, now })).toEqual({
    ok: false,
    problem: { code: "OTHER_TEXT", text: "one" },
  });
  expect(await verifyClearSigned({ signed, expectedText: "one", certificate, issuedAt, now })).toEqual({
    ok: false,
    problem: { code: "KEY_UNKNOWN" },
  });
});

test("a genuine signature tells which key made it, and when", async () => {
  const { key, certificate, fingerprint } = await signer();
  const signed = expectOk(await clearSign("text", key, now));
  expect(await verifyClearSigned({ signed, expectedText: "text\n\n", certificate, issuedAt, now })).toEqual({
    ok: true,
    value: { keyId: fingerprint.slice(-16), signedAt: now },
  });
});

test("a clock that is ahead is told by how many seconds", async () => {
  const { key, certificate } = await signer();
  const signed = expectOk(await clearSign("text", key, new Date(now.getTime() + 5 * minuteMs)));
  expect(await verifyClearSigned({ signed, expectedText: "text", certificate, issuedAt, now })).toEqual({
    ok: false,
    problem: { code: "CLOCK", differenceSeconds: 300 },
  });
});

test("a signature of the bytes of a text is none of the text (RFC 9580, section 7.2)", async () => {
  const { key, certificate } = await signer();
  const answer: unknown = await openpgp.sign({
    message: await openpgp.createMessage({ binary: new TextEncoder().encode("text") }),
    signingKeys: privateKeyOf(key),
    date: now,
    detached: true,
  });
  const signed = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\ntext\n${answeredText(answer)}`;
  expect((await readClearSigned(signed))?.text).toBe("text");
  expect(await verifyClearSigned({ signed, expectedText: "text", certificate, issuedAt, now })).toEqual({
    ok: false,
    problem: { code: "BAD_SIGNATURE" },
  });
});

test("a block is read from its first line to its last, and not where either is missing", async () => {
  const { key } = await signer();
  const signed = expectOk(await clearSign("text", key, now));
  expect((await readClearSigned(`before\n${signed}after\n${signed}`))?.block).toBe(signed);
  for (const part of [signed.slice(1), signed.slice(0, -2), signed.replace("-----END", "----END"), ""]) {
    expect(await readClearSigned(part)).toBeNull();
  }
});

test("a block may be of two million characters, and of no more", async () => {
  const { key } = await signer();
  const signed = expectOk(await clearSign("x", key, now));
  const ending = "\n-----END PGP SIGNATURE-----\n";
  const ofLength = (characters: number) => {
    const text = "x".repeat(characters - (signed.length - ending.length) + 1);
    return readClearSigned(`${"y".repeat(100)}\n${signed.replace("\nx\n", `\n${text}\n`)}`);
  };
  expect((await ofLength(2_000_000))?.block).toHaveLength(2_000_000 + ending.length);
  expect(await ofLength(2_000_001)).toBeNull();
});
