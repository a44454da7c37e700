import { expect, test } from "vitest";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { clearSign, verifyClearSigned } from "./clear-sign.ts";
import { deriveReceipt, newReceipt } from "./receipt.ts";
import { reporterKeyFromSeeds } from "./reporter-certificate.ts";

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
