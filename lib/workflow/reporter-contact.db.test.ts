import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "#e2e/support/database.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { sealText, smallReport, type SmallReport } from "#e2e/support/small-report.ts";
import { wholeDatabase } from "#e2e/support/whole-database.ts";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { listEnvelopes } from "#lib/data/envelopes.ts";
import { listEvents } from "#lib/data/events.ts";
import { listReporterCertificates } from "#lib/data/reporter-certificates.ts";
import { findReporterFile } from "#lib/data/case-files.ts";
import { findReport } from "#lib/data/reports.ts";
import { armoredFixture } from "#lib/pgp/fixtures/read-fixture.ts";
import { makeDemoKey } from "#prisma/seed/demo-key.ts";
import { unlockDemoKey } from "#prisma/seed/demo-vault.ts";
import { acceptMessage } from "./accept-message.ts";
import { acceptReport } from "./accept-report.ts";
import { addReporterCertificate, maximumReplyCertificates, setReplyAddress } from "./reporter-contact.ts";

const at = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let report: SmallReport;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
});

beforeEach(async () => {
  report = await smallReport(house, { at });
  await acceptReport(report.actor, report.upload, at);
});

describe("a reporter's address", () => {
  test("can be set, changed and taken away, and members see only that there is one", async () => {
    const { actor } = report;
    const knows = async () => expectOk(await findReport(house.dora.actor, actor.reportId)).hasReplyAddress;
    const address = async () => expectOk(await findReporterFile(actor)).replyAddress;
    expect(await address()).toBeNull();
    expect(await knows()).toBe(false);
    await setReplyAddress(actor, "one@example.net", at);
    await setReplyAddress(actor, "two@example.net", at);
    expect(await address()).toBe("two@example.net");
    expect(await knows()).toBe(true);
    await setReplyAddress(actor, null, at);
    expect(await address()).toBeNull();
    expect(await wholeDatabase()).not.toContain("one@example.net");
  });

  test("is on record as changed, and not what it was changed to", async () => {
    await setReplyAddress(report.actor, "three@example.net", at);
    const events = await listEvents(house.dora.actor, report.actor.reportId);
    expect(events.at(-1)).toMatchObject({ kind: "reply-address-changed", facts: { isSet: true } });
    expect(JSON.stringify(events)).not.toContain("three@example.net");
  });
});

describe("a certificate that a reporter adds later", () => {
  const add = (input: string) => addReporterCertificate(report.actor, utf8(input), at);

  test("takes replies from then on", async () => {
    expect(await add(await armoredFixture("rsa2048"))).toMatchObject({ ok: true });
    const certificates = await listReporterCertificates(house.dora.actor, report.actor.reportId);
    expect(certificates.map(({ origin }) => origin)).toEqual(["receipt", "own"]);

    const own = certificates.find(({ origin }) => origin === "own");
    const signer = await unlockDemoKey(house.vault, house.dora.key);
    const envelope = await sealText("To your own key.", {
      ...report.sealing,
      signer,
      reporter: concatBytes(own?.bytes ?? new Uint8Array()),
    });
    const upload = {
      reportId: report.actor.reportId,
      submissionId: crypto.randomUUID(),
      submission: { kind: "message", rosterVersion: 1 },
      envelope,
    } as const;
    expect(await acceptMessage(house.dora.actor, upload, at)).toMatchObject({ ok: true });
    const [reply] = (await listEnvelopes(report.actor, { reportId: report.actor.reportId })).filter(
      ({ kind }) => kind === "message",
    );
    expect(reply?.keyPackets).toMatchObject([{ fingerprint: own?.fingerprint }]);
  });

  test("is added once, also where it is sent twice at once", async () => {
    const certificate = await armoredFixture("nist-p256");
    const outcomes = await Promise.all([add(certificate), add(certificate), add(certificate)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(outcome.problem).toMatchObject({ code: "ALREADY_A_READER" });
  });

  test("is refused beyond the tenth, also where all are sent at once: members seal to every one", async () => {
    const wish = { name: "R", address: "r@example.net", algorithm: "Curve25519", validDays: 730 } as const;
    const wishes = Array.from({ length: maximumReplyCertificates + 1 }, () => wish);
    const keys = await Promise.all(wishes.map((each) => makeDemoKey({ ...each, createdAt: houseFurnishedAt })));
    const outcomes = await Promise.all(
      keys.map(({ certificate }) => addReporterCertificate(report.actor, certificate, at)),
    );
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem.code]));
    expect(refusals).toEqual(["TOO_MANY_REPLY_CERTIFICATES", "TOO_MANY_REPLY_CERTIFICATES"]);
    const kept = await listReporterCertificates(report.actor, report.actor.reportId);
    expect(kept).toHaveLength(maximumReplyCertificates);
  });

  test.each([
    { name: "expired", reason: "CERTIFICATE_EXPIRED" },
    { name: "rsa1024-subkey", reason: "CERTIFICATE_WEAK" },
  ])("is refused where nothing can be sealed to it: $name", async ({ name, reason }) => {
    expect(await add(await armoredFixture(name))).toMatchObject({
      problem: { code: "REPLY_CERTIFICATE_UNUSABLE", facts: { reason } },
    });
  });

  test("that is a private key is refused loudly", async () => {
    const wish = { name: "R", address: "r@example.net", algorithm: "Curve25519", validDays: 10 } as const;
    const { lockedKey } = await makeDemoKey({ ...wish, createdAt: houseFurnishedAt });
    expect(await add(lockedKey)).toMatchObject({ problem: { code: "CERTIFICATE_IS_PRIVATE" } });
  });
});
