import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGpgHome, runTool } from "#e2e/support/gpg.ts";
import type { GpgHome } from "#e2e/support/gpg.ts";
import { concatBytes, equalBytes } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { armorCertificates, maximumCertificateBytes, minimizeCertificate } from "./certificate.ts";
import { fixture, fixturesAt } from "./fixtures/read-fixture.ts";
import { openpgp } from "./library.ts";
import { readPackets } from "./packet.ts";
import { maximumUploadBytes, readCertificates } from "./read-certificates.ts";
import { judgeCertificate } from "./verdict.ts";

const usable = [
  "rsa2048",
  "rsa4096",
  "curve25519",
  "nist-p256",
  "cert-only-primary",
  "two-encryption-subkeys",
  "photo",
];

let home: GpgHome;
beforeAll(async () => {
  home = await makeGpgHome();
});
afterAll(() => home.remove());

async function summaryOf(bytes: Uint8Array) {
  return expectOk(await judgeCertificate(bytes, fixturesAt)).certificate;
}

async function minimized(bytes: Uint8Array): Promise<Uint8Array> {
  return expectOk(await minimizeCertificate(bytes));
}

/** The list's key with the one signature of another person repeated, as on a key server that was flooded. */
async function floodedCertificate(signatures: number): Promise<Uint8Array> {
  const packets = expectOk(readPackets(await fixture("distros-list-2011")));
  const foreign = packets[3];
  if (foreign === undefined || foreign.tag !== 2) throw new Error("the list's key has lost its foreign signature");
  const flood = Array.from({ length: signatures }, () => foreign.bytes);
  return concatBytes(
    ...packets.slice(0, 4).map(({ bytes }) => bytes),
    ...flood,
    ...packets.slice(4).map((p) => p.bytes),
  );
}

/** A key or subkey packet of so many bytes, three of them its header, with numbers that are nobody's. */
function keyPacket(tag: number, algorithm: number, bytes: number): Uint8Array<ArrayBuffer> {
  const body = bytes < 195 ? bytes - 2 : bytes - 3;
  const length = bytes < 195 ? [body] : [192 + ((body - 192) >> 8), (body - 192) & 0xff];
  const modulus = new Uint8Array(body - 6 - 2 - 5).fill(0xff);
  const bits = modulus.length * 8;
  const head = Uint8Array.of(0xc0 | tag, ...length, 4, 0x69, 0x55, 0xb9, 0, algorithm, bits >> 8, bits);
  return concatBytes(head, modulus, Uint8Array.of(0, 17, 1, 0, 1));
}

describe("a certificate made small", () => {
  test.each([...usable, "distros-list-2011"])("%s says the same of its keys, and stays as it is", async (name) => {
    const bytes = await fixture(name);
    const small = await minimized(bytes);
    const { bytes: _, sha256: __, ...before } = await summaryOf(bytes);
    expect(await summaryOf(small)).toMatchObject(before);
    expect(equalBytes(await minimized(small), small)).toBe(true);
  });

  test.each([...usable, "distros-list-2011"])("%s is what gpg encrypts to all the same", async (name) => {
    const { fingerprint, encryptionKeyId } = await summaryOf(await fixture(name));
    const own = await makeGpgHome();
    await own.output(["--import"], await minimized(await fixture(name)));
    await own.output(["--faked-system-time", "20260601T120000!", "--check-sigs", fingerprint]);
    const sealed = await own.output(["--faked-system-time", "20260601T120000!", "-r", fingerprint, "-e"], "text");
    const listed = await own.run(["--list-packets"], sealed);
    expect(listed.stderr + listed.stdout.toString()).toContain(encryptionKeyId);
    await own.remove();
  });

  test.each(["revoked", "subkey-revoked", "expired"])("%s is refused all the same", async (name) => {
    const bytes = await fixture(name);
    const [before, after] = [
      await judgeCertificate(bytes, fixturesAt),
      await judgeCertificate(await minimized(bytes), fixturesAt),
    ];
    expect(before.ok).toBe(false);
    expect(after).toEqual(before);
  });

  test("loses photos and other people's signatures", async () => {
    const tags = expectOk(readPackets(await minimized(await fixture("photo")))).map(({ tag }) => tag);
    expect(tags).toEqual([6, 13, 2, 14, 2]);
    const list = expectOk(readPackets(await minimized(await fixture("distros-list-2011")))).map(({ tag }) => tag);
    expect(list).toEqual([6, 13, 2, 13, 2, 14, 2]);
  });

  test("is as small with a thousand foreign signatures as with one", async () => {
    const flooded = await floodedCertificate(1000);
    expect(expectOk(await readCertificates(flooded))[0]?.bytes.length).toBe(flooded.length);
    expect(equalBytes(await minimized(flooded), await minimized(await fixture("distros-list-2011")))).toBe(true);
    expect((await summaryOf(flooded)).encryptionKeyId).toBe("8F8D1DE8C738A2E3");
  });

  test("loses what others signed in its owner's place: revocations and bindings", async () => {
    const bytes = await fixture("curve25519");
    const [, , foreign] = expectOk(readPackets(await fixture("curve25519-second")));
    if (foreign === undefined) throw new Error("no self-signature");
    const places = [
      { after: 1, type: 0x20 }, // a revocation of the key (RFC 9580, section 5.2.1)
      { after: 3, type: 0x30 }, // of a user id
      { after: 5, type: 0x18 }, // the binding of a subkey
      { after: 5, type: 0x28 }, // and its revocation
    ];
    const packets = expectOk(readPackets(bytes)).map((packet) => packet.bytes);
    for (const { after, type } of places) {
      const signature = Uint8Array.from(foreign.bytes);
      signature[foreign.bytes.length - foreign.contents.length + 1] = type;
      const spoiled = concatBytes(...packets.slice(0, after), signature, ...packets.slice(after));
      expect(equalBytes(await minimized(spoiled), await minimized(bytes))).toBe(true);
    }
  });

  test("loses a user id that its owner did not sign", async () => {
    const bytes = await fixture("curve25519");
    const userId = openpgp.UserIDPacket.fromObject({ name: "Mallory" });
    const packets = new openpgp.PacketList<openpgp.AnyPacket>();
    packets.push(userId);
    expect(equalBytes(await minimized(concatBytes(bytes, packets.write())), await minimized(bytes))).toBe(true);
  });

  test("may be of 100,000 bytes, and of no more", async () => {
    const own = await minimized(await fixture("curve25519"));
    // Subkeys that nobody bound are left for the verdict to judge: numbers of any length fill them.
    const fill = (bytes: number): Uint8Array => {
      const whole = Array.from({ length: Math.floor(bytes / 4000) - 1 }, () => keyPacket(14, 1, 4000));
      return concatBytes(...whole, keyPacket(14, 1, 4000 + (bytes % 4000)));
    };
    const largest = concatBytes(own, fill(100_000 - own.length));
    expect(largest).toHaveLength(100_000);
    expect(await minimized(largest)).toHaveLength(100_000);
    expect(await minimizeCertificate(concatBytes(own, fill(100_001 - own.length)))).toEqual({
      ok: false,
      problem: { code: "CERTIFICATE_TOO_LARGE", facts: { maximumBytes: 100_000 } },
    });
  });

  test("is refused where its own signatures alone are too many to check", async () => {
    const packets = expectOk(readPackets(await fixture("rsa4096")));
    const own = packets[2];
    if (own === undefined) throw new Error("no self-signature");
    const copies = Math.ceil(maximumCertificateBytes / own.bytes.length);
    const flood = Array.from({ length: copies }, () => own.bytes);
    const bytes = concatBytes(
      ...packets.slice(0, 3).map((p) => p.bytes),
      ...flood,
      ...packets.slice(3).map((p) => p.bytes),
    );
    expect(bytes.length).toBeLessThan(maximumUploadBytes);
    expect(await minimizeCertificate(bytes)).toMatchObject({ problem: { code: "CERTIFICATE_TOO_LARGE" } });
    expect(await judgeCertificate(bytes, fixturesAt)).toMatchObject({ problem: { code: "CERTIFICATE_TOO_LARGE" } });
  });

  test("cannot be made of anything but one certificate", async () => {
    const bytes = await fixture("curve25519");
    const { publicKey: ofVersion6 } = await openpgp.generateKey({
      userIDs: [{ name: "new" }],
      format: "binary",
      config: { v6Keys: true },
    });
    const [, userId = new Uint8Array()] = expectOk(readPackets(bytes)).map((packet) => packet.bytes);
    for (const input of [
      new Uint8Array(),
      userId,
      bytes.subarray(1),
      concatBytes(bytes, bytes),
      concatBytes(userId, bytes),
      ofVersion6,
      keyPacket(6, 35, 100), // a primary key of a kind that the library does not know
    ]) {
      const problem = { code: "CERTIFICATE_UNREADABLE", facts: {} };
      expect(await minimizeCertificate(input)).toEqual({ ok: false, problem });
    }
  });
});

describe("a key ring of certificates", () => {
  test("is never of none", () => {
    expect(() => armorCertificates([])).toThrow("no certificates");
  });

  test("is imported whole by gpg and read whole by sq and by us", async () => {
    const certificates = await Promise.all(usable.map(async (name) => minimized(await fixture(name))));
    const armored = armorCertificates(certificates);
    const imported = await home.run(["--status-fd", "1", "--import"], armored);
    expect(imported.status).toBe(0);
    expect(imported.stdout.toString().match(/IMPORT_OK/g)).toHaveLength(usable.length);

    const split = await runTool("sq", ["keyring", "list"], { input: armored });
    expect(split.stdout.toString().trim().split("\n")).toHaveLength(usable.length);
    const read = expectOk(await readCertificates(armored)).map(({ bytes }) => Buffer.from(bytes));
    expect(read).toEqual(certificates.map((bytes) => Buffer.from(bytes)));
  });
});
