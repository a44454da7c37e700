import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { smallReport } from "#e2e/support/small-report.ts";
import { askAsSuperuser, wholeDatabase } from "#e2e/support/whole-database.ts";
import { utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { findReport } from "#lib/data/reports.ts";
import { deriveReceipt, parseReceipt } from "#lib/pgp/receipt.ts";
import { dearmor } from "#lib/pgp/armor.ts";
import { armoredFixture } from "#lib/pgp/fixtures/read-fixture.ts";
import { expectOk } from "#lib/base/result.ts";
import { makeDemoKey } from "#prisma/seed/demo-key.ts";
import { acceptReport } from "./accept-report.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

const demoWish = { address: "r@example.net", algorithm: "Curve25519", validDays: 100 } as const;

async function handInWith(ownCertificate: Uint8Array<ArrayBuffer>) {
  const report = await smallReport(house, { at });
  const outcome = await acceptReport(report.actor, { ...report.upload, ownCertificate }, at);
  return { ...report, outcome };
}

describe("a certificate that a reporter sends along", () => {
  test.each([
    { name: "curve25519", origins: ["receipt", "own"] },
    { name: "rsa4096", origins: ["receipt", "own"] },
  ])("is kept beside the receipt's: $name", async ({ name, origins }) => {
    const { outcome, actor } = await handInWith(utf8(await armoredFixture(name)));
    expect(outcome).toMatchObject({ ok: true });
    const kept = await listReporterCertificates(actor, actor.reportId);
    expect(kept.map(({ origin }) => origin)).toEqual(origins);
  });

  test.each([
    { name: "expired", reason: "CERTIFICATE_EXPIRED" },
    { name: "revoked", reason: "CERTIFICATE_REVOKED" },
    { name: "rsa1024", reason: "CERTIFICATE_WEAK" },
    { name: "sign-only", reason: "CERTIFICATE_NO_ENCRYPTION_SUBKEY" },
    { name: "subkey-expired", reason: "CERTIFICATE_ENCRYPTION_SUBKEY_EXPIRED" },
    { name: "brainpool", reason: "CERTIFICATE_UNSUPPORTED" },
  ])("is refused where replies could not be sealed to it: $name, $reason", async ({ name, reason }) => {
    const { outcome, actor } = await handInWith(utf8(await armoredFixture(name)));
    expect(outcome).toMatchObject({
      problem: { problem: { code: "REPLY_CERTIFICATE_UNUSABLE", facts: { reason }, field: "certificate" } },
    });
    expect((await findReport(actor, actor.reportId)).ok).toBe(false);
  });

  test("is one, and a certificate", async () => {
    const two = `${await armoredFixture("curve25519")}\n${await armoredFixture("rsa3072")}`;
    for (const [text, reason] of [
      [two, "CERTIFICATE_SEVERAL"],
      ["Dear list", "CERTIFICATE_NONE_FOUND"],
    ] as const) {
      const { outcome } = await handInWith(utf8(text));
      expect(outcome).toMatchObject({ problem: { problem: { facts: { reason } } } });
    }
  });

  test("that is a private key is refused loudly, and nothing of it is in the database", async () => {
    const { lockedKey } = await makeDemoKey({ ...demoWish, name: "Very Private", createdAt: houseFurnishedAt });
    const { outcome } = await handInWith(utf8(lockedKey));
    expect(outcome).toMatchObject({ problem: { problem: { code: "CERTIFICATE_IS_PRIVATE" } } });
    const dump = await wholeDatabase();
    expect(dump).not.toContain("Very Private");
    expect(dump).not.toContain("PRIVATE KEY");
    const { bytes } = expectOk(dearmor(lockedKey));
    const middle = Buffer.from(bytes.subarray(60, 120));
    for (const encoding of ["hex", "latin1"] as const) expect(dump).not.toContain(middle.toString(encoding));
  });
});

test("a report sent twenty times at once is one report with one handle", async () => {
  const { actor, upload } = await smallReport(house, { at });
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => acceptReport(actor, upload, at)));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  const counts = await askAsSuperuser<{ reports: number; envelopes: number; events: number }>(
    `select (select count(*)::int from "Report" where id = $1) as reports,
      (select count(*)::int from "Envelope" where "reportId" = $1) as envelopes,
      (select count(*)::int from "Event" where "reportId" = $1) as events`,
    [actor.reportId],
  );
  expect(counts).toEqual([{ reports: 1, envelopes: 2, events: 1 }]);
});

test("what is sealed, the receipt and the reporter's key are nowhere in the database", async () => {
  const { actor, upload, receipt } = await smallReport(house, { at });
  await acceptReport(actor, upload, at);
  const dump = await wholeDatabase();
  expect(dump).toContain(receipt.authenticatorHash);
  expect(dump).toContain(receipt.certificate?.fingerprint);

  const { text, authenticator } = receipt;
  for (const secret of ["heap overflow", "Heap overflow", "libmarrow", text, text.replaceAll("-", ""), authenticator])
    expect(dump).not.toContain(secret);
  const { secret: bits } = expectOk(parseReceipt(text));
  const { seeds } = await deriveReceipt(expectOk(parseReceipt(text)));
  if (seeds === null) throw new Error("a receipt without seeds");
  for (const secret of [bits, seeds.signing, seeds.decryption])
    for (const encoding of ["hex", "latin1", "base64"] as const)
      expect(dump).not.toContain(Buffer.from(secret).toString(encoding));
});
