import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGpgHome } from "#e2e/support/gpg.ts";
import type { GpgHome } from "#e2e/support/gpg.ts";
import { concatBytes, hex, sha256, utf8 } from "#lib/base/bytes.ts";
import type { Fingerprint } from "#lib/base/id.ts";
import { addDays, minuteMs } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import { fixture, fixturesAt } from "./fixtures/read-fixture.ts";
import { openpgp } from "./library.ts";
import { deriveReceipt, newReceipt } from "./receipt.ts";
import { reporterKeyFromSeeds } from "./reporter-certificate.ts";
import type { ReporterKey } from "./reporter-certificate.ts";
import { composeRoster } from "./roster.ts";
import type { Roster, RosterReader } from "./roster.ts";
import { signRoster, verifyRoster } from "./signed-roster.ts";
import { privateKeyOf } from "./unlock.ts";
import { judgeCertificate } from "./verdict.ts";

const now = fixturesAt;

/** A coordinator's key; how it came about does not matter to a roster. */
async function coordinatorKey(): Promise<ReporterKey> {
  const { seeds } = await deriveReceipt(newReceipt());
  if (seeds === null) throw new Error("a receipt without a key");
  return reporterKeyFromSeeds(seeds);
}

async function readerOf(name: string, certificateName: string): Promise<RosterReader> {
  const { certificate } = expectOk(await judgeCertificate(await fixture(certificateName), now));
  const { fingerprint, encryptionFingerprint, sha256 } = certificate;
  return { name, organisation: `${name}'s distribution`, fingerprint, encryptionFingerprint, sha256 };
}

let home: GpgHome;
let coordinator: ReporterKey;
let certificates: readonly Uint8Array<ArrayBuffer>[];
let roster: Roster;
beforeAll(async () => {
  home = await makeGpgHome();
  coordinator = await coordinatorKey();
  certificates = [await fixture("curve25519"), await fixture("rsa4096"), await fixture("distros-list-2011")];
  roster = {
    list: "linux-distros",
    version: 7,
    previous: "ab".repeat(32),
    issuedAt: now,
    expiresAt: addDays(now, 90),
    readers: [
      await readerOf("Zoë", "curve25519"),
      await readerOf("Ann", "rsa4096"),
      await readerOf("Bob", "distros-list-2011"),
    ],
  };
});
afterAll(() => home.remove());

type Question = Parameters<typeof verifyRoster>[0];

async function signedRoster(
  change: Partial<Roster> = {},
  by: Pick<ReporterKey, "key"> = coordinator,
  at = now,
): Promise<string> {
  return expectOk(await signRoster(composeRoster({ ...roster, ...change }), by.key, at));
}

function verify(signed: string, change: Partial<Question> = {}) {
  const pinned = [{ fingerprint: coordinator.fingerprint, certificate: coordinator.certificate }];
  return verifyRoster({ signed, pinned, list: "linux-distros", certificates, now, lowestVersion: 7, ...change });
}

async function codeOf(signed: string, change: Partial<Question> = {}): Promise<string> {
  const outcome = await verify(signed, change);
  return outcome.ok ? "verified" : outcome.problem.code;
}

describe("a signed roster is believed", () => {
  test("with its certificates in the order of its readers, and what its next version refers to", async () => {
    const signed = await signedRoster();
    const verified = expectOk(await verify(signed, { certificates: [...certificates].reverse() }));
    expect(verified.readers.map(({ name }) => name)).toEqual(["Ann", "Bob", "Zoë"]);
    expect(verified.certificates).toEqual([certificates[1], certificates[2], certificates[0]]);
    expect(verified).toMatchObject({ version: 7, signedBy: coordinator.fingerprint, signedAt: now, signed });
    expect(verified.sha256).toBe(hex(await sha256(utf8(signed))));
  });

  test("in the same form when it was pasted with other line ends and a prompt around it", async () => {
    const signed = await signedRoster();
    const pasted = expectOk(await verify(`$ cat roster\n${signed.replaceAll("\n", "\r\n")}$`));
    expect(pasted).toEqual(expectOk(await verify(signed)));
  });

  test("whichever of the pinned coordinators signed it", async () => {
    const other = await coordinatorKey();
    const pinned = [other, coordinator];
    expect(expectOk(await verify(await signedRoster(), { pinned })).signedBy).toBe(coordinator.fingerprint);
    expect(expectOk(await verify(await signedRoster({}, other), { pinned })).signedBy).toBe(other.fingerprint);
    expect(await codeOf(await signedRoster({}, other))).toBe("ROSTER_NOT_SIGNED");
  });

  test("by gpg too", async () => {
    await home.output(["--import"], coordinator.certificate);
    const at = ["--faked-system-time", "20260601T120100!"];
    expect((await home.run([...at, "--verify"], await signedRoster())).stderr).toContain("Good signature");
  });

  test("when it was signed with gpg in a terminal", async () => {
    await home.output(["--import"], privateKeyOf(coordinator.key).write());
    const at = ["--faked-system-time", "20260601T120000!"];
    const signed = await home.output(
      [...at, "--local-user", coordinator.fingerprint, "--clearsign"],
      `${composeRoster(roster)}\n`,
    );
    expect(await codeOf(signed.toString())).toBe("verified");
  });

  test("for as long as it says", async () => {
    const signed = await signedRoster();
    expect(await codeOf(signed, { now: new Date(roster.expiresAt.getTime() - 1) })).toBe("verified");
    expect(await verify(signed, { now: roster.expiresAt })).toMatchObject({
      problem: { code: "ROSTER_EXPIRED", facts: { expiredAt: "2026-08-30 12:00:00 UTC" } },
    });
  });

  test("though its coordinator has extended the key since", async () => {
    const signed = await signedRoster();
    const { publicKey: certificate } = await openpgp.reformatKey({
      privateKey: privateKeyOf(coordinator.key),
      userIDs: [{ name: "Coordinator" }],
      date: addDays(now, 1),
      format: "binary",
    });
    const pinned = [{ fingerprint: coordinator.fingerprint, certificate }];
    expect(await codeOf(signed, { pinned, now: addDays(now, 2) })).toBe("verified");
  });
});

describe("a roster is refused", () => {
  test("that nobody signed, or another than the pinned coordinators", async () => {
    const [stranger, signed] = [await coordinatorKey(), await signedRoster()];
    expect(await codeOf(composeRoster(roster))).toBe("ROSTER_NOT_SIGNED");
    expect(await codeOf(await signedRoster({}, stranger))).toBe("ROSTER_NOT_SIGNED");
    expect(await codeOf(signed, { pinned: [] })).toBe("ROSTER_NOT_SIGNED");
    // The server says that the stranger's certificate is the pinned coordinator's.
    const swapped = [{ fingerprint: coordinator.fingerprint, certificate: stranger.certificate }];
    expect(await codeOf(await signedRoster({}, stranger), { pinned: swapped })).toBe("ROSTER_NOT_SIGNED");
    const both = [...swapped, { fingerprint: coordinator.fingerprint, certificate: coordinator.certificate }];
    expect(await codeOf(signed, { pinned: both })).toBe("verified");
  });

  test("that was changed after it was signed", async () => {
    const signed = await signedRoster();
    for (const tampered of [
      signed.replace('"version": 7', '"version": 8'),
      signed.replace("Ann", "Eve"),
      signed.replace(roster.readers[0]?.fingerprint ?? "", "00".repeat(20)),
    ]) {
      expect(tampered).not.toBe(signed);
      expect(await codeOf(tampered, { lowestVersion: 1 })).toBe("ROSTER_TAMPERED");
    }
  });

  test("whose coordinator has been revoked, or whose signature lies in the future", async () => {
    const { publicKey: certificate } = await openpgp.revokeKey({
      key: privateKeyOf(coordinator.key),
      reasonForRevocation: { flag: openpgp.enums.reasonForRevocation.keyRetired },
      date: addDays(now, 1),
      format: "binary",
    });
    const pinned = [{ fingerprint: coordinator.fingerprint, certificate }];
    const signed = await signedRoster();
    expect(await codeOf(signed, { pinned })).toBe("verified");
    expect(await codeOf(signed, { pinned, now: addDays(now, 1) })).toBe("ROSTER_SIGNER_INVALID");

    const tolerated = new Date(now.getTime() + 2 * minuteMs);
    expect(await codeOf(await signedRoster({}, coordinator, tolerated))).toBe("verified");
    const ahead = new Date(tolerated.getTime() + 1000);
    expect(await codeOf(await signedRoster({}, coordinator, ahead))).toBe("ROSTER_SIGNER_INVALID");
  });

  test("whose coordinator's key has expired or may not sign any more", async () => {
    const expiring = await freshKey("Coordinator", { createdAt: addDays(now, -1), validSeconds: 2 * 86_400 });
    const { fingerprint, certificate, privateKey } = expiring;
    const signed = await signedRoster({}, expiring);
    const pinned = [{ fingerprint, certificate }];
    expect(await codeOf(signed, { pinned })).toBe("verified");
    expect(await codeOf(signed, { pinned, now: addDays(now, 1) })).toBe("ROSTER_SIGNER_INVALID");
    const silent = privateKey.toPublic();
    silent.users = [];
    expect(await codeOf(signed, { pinned: [{ fingerprint, certificate: silent.write() }] })).toBe(
      "ROSTER_SIGNER_INVALID",
    );
  });

  test("that is signed, but no roster", async () => {
    await home.output(["--import"], privateKeyOf(coordinator.key).write());
    for (const text of ["hello", `${composeRoster(roster).replace("{", '{\n  "more": 1,')}\n`]) {
      const at = ["--faked-system-time", "20260601T120000!"];
      const signed = await home.output([...at, "--local-user", coordinator.fingerprint, "--clearsign"], text);
      expect(await codeOf(signed.toString())).toBe("ROSTER_UNREADABLE");
    }
    expect(() => signRoster("hello", coordinator.key, now)).toThrow();
  });

  test("of another list, or of an earlier version than was seen before", async () => {
    const signed = await signedRoster();
    expect(await verify(signed, { list: "distros" })).toMatchObject({
      problem: { code: "ROSTER_OTHER_LIST", facts: { list: "linux-distros" } },
    });
    expect(await verify(signed, { lowestVersion: 8 })).toMatchObject({
      problem: { code: "ROSTER_OLD", facts: { version: 7, lowestVersion: 8 } },
    });
    expect(await codeOf(signed, { lowestVersion: 7 })).toBe("verified");
  });

  test("whose certificates were swapped, changed, padded, dropped or added to", async () => {
    const signed = await signedRoster();
    const [first = new Uint8Array(), ...others] = certificates;
    const stranger = await fixture("curve25519-second");
    const padded = concatBytes(first, openpgp.UserIDPacket.fromObject({ name: "pad" }).write());
    const flipped = Uint8Array.from(first, (byte, index) => (index === first.length - 1 ? byte ^ 1 : byte));
    for (const changed of [
      [stranger, ...others],
      [padded, ...others],
      [flipped, ...others],
      others,
      [],
      [...certificates, stranger],
      [...certificates, first],
      [first, first, ...others.slice(1)],
    ]) {
      expect(await codeOf(signed, { certificates: changed })).toBe("ROSTER_CERTIFICATE_DIFFERS");
    }
  });

  test("with the name of the first reader whose certificate is missing, or with none where there is one too many", async () => {
    const signed = await signedRoster();
    const code = "ROSTER_CERTIFICATE_DIFFERS";
    expect(await verify(signed, { certificates: [] })).toMatchObject({ problem: { code, facts: { name: "Ann" } } });
    const tooMany = [...certificates, await fixture("curve25519-second")];
    expect(await verify(signed, { certificates: tooMany })).toMatchObject({ problem: { code, facts: { name: null } } });
  });

  test("that names for a reader a key that the certificate does not have", async () => {
    const [first, ...others] = roster.readers;
    if (first === undefined) throw new Error("no readers");
    for (const change of [
      { fingerprint: "00".repeat(20) as Fingerprint },
      { encryptionFingerprint: "00".repeat(20) as Fingerprint },
    ]) {
      const signed = await signedRoster({ readers: [{ ...first, ...change }, ...others] });
      expect(await codeOf(signed)).toBe("ROSTER_CERTIFICATE_DIFFERS");
    }
  });
});
