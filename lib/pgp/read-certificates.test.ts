import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGpgHome } from "#e2e/support/gpg.ts";
import type { GpgHome } from "#e2e/support/gpg.ts";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { armoredFixture, fixture } from "./fixtures/read-fixture.ts";
import { openpgp } from "./library.ts";
import { readPackets } from "./packet.ts";
import { maximumUploadBytes, readCertificates } from "./read-certificates.ts";

async function codeOf(input: Uint8Array | string): Promise<string> {
  const outcome = await readCertificates(input);
  return outcome.ok ? `${String(outcome.value.length)} read` : outcome.problem.code;
}

describe("certificates are read", () => {
  test("armoured and binary alike", async () => {
    const [fromText] = expectOk(await readCertificates(await armoredFixture("rsa3072")));
    const [fromBytes] = expectOk(await readCertificates(await fixture("rsa3072")));
    expect(fromText).toEqual(fromBytes);
    expect(fromText?.fingerprint).toMatch(/^[0-9A-F]{40}$/);
  });

  test("from the text of a page with a certificate in it", async () => {
    const [certificate] = expectOk(await readCertificates(`Our key:\n\n${await armoredFixture("curve25519")}\nBye.`));
    expect(certificate?.bytes).toEqual(await fixture("curve25519"));
  });

  test("several from one block, several blocks, and several binary ones", async () => {
    const [one, other] = [await fixture("curve25519"), await fixture("distros-list-2011")];
    expect(expectOk(await readCertificates(concatBytes(one, other))).map(({ bytes }) => bytes)).toEqual([one, other]);
    const blocks = `${await armoredFixture("curve25519")}and\n${await armoredFixture("distros-list-2011")}`;
    expect(expectOk(await readCertificates(blocks)).map(({ bytes }) => bytes)).toEqual([one, other]);
  });

  test("without the trust that a gpg of old kept in its key ring, and without a message that follows", async () => {
    const bytes = await fixture("curve25519");
    const trust = Uint8Array.of(0xb0, 2, 0, 0); // tag 12 in the old format
    const literal = Uint8Array.of(0xcb, 7, 0x62, 0, 0, 0, 0, 0, 0x21);
    for (const more of [trust, literal]) {
      expect(expectOk(await readCertificates(concatBytes(bytes, more))).map((each) => each.bytes)).toEqual([bytes]);
    }
  });

  test("with the line ends of Windows, and in the UTF-16 of PowerShell", async () => {
    const text = (await armoredFixture("curve25519")).replaceAll("\n", "\r\n");
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    for (const input of [text, new Uint8Array(utf16)]) {
      expect(expectOk(await readCertificates(input))[0]?.bytes).toEqual(await fixture("curve25519"));
    }
  });

  test("though another program would not read them: the judgement is for later", async () => {
    const { publicKey } = await openpgp.generateKey({
      userIDs: [{ name: "new" }],
      type: "curve25519",
      format: "binary",
      config: { v6Keys: true },
    });
    expect(expectOk(await readCertificates(publicKey))[0]?.fingerprint).toBeNull();
  });
});

describe("an upload is refused", () => {
  let home: GpgHome;
  let fingerprint: string;
  beforeAll(async () => {
    home = await makeGpgHome();
    fingerprint = await home.makeKey("me@example.org", "cv25519", "a passphrase");
  });
  afterAll(() => home.remove());

  test("loudly where a private key is in it, whatever else there is, and however it is dressed", async () => {
    const armored = await home.exportPrivateKey(fingerprint, "a passphrase");
    const binary = await home.output(["--passphrase", "a passphrase", "--export-secret-keys", fingerprint]);
    const subkeys = await home.output(["--passphrase", "a passphrase", "--export-secret-subkeys", fingerprint]);
    const [bareKey = new Uint8Array()] = expectOk(readPackets(binary)).map(({ bytes }) => bytes);
    const disguised = openpgp.armor(
      openpgp.enums.armor.publicKey,
      concatBytes(await fixture("rsa2048"), binary),
      undefined,
      undefined,
      undefined,
      true,
    );
    for (const input of [
      armored,
      new Uint8Array(Buffer.from(`\ufeff${armored}`, "utf16le")),
      new Uint8Array(binary),
      new Uint8Array(subkeys),
      concatBytes(await fixture("rsa2048"), binary),
      disguised,
      `${await armoredFixture("rsa2048")}${armored}`,
      `${armored}${"x".repeat(maximumUploadBytes)}`,
      armored.slice(0, 200),
      binary.subarray(0, -1),
      "-----BEGIN OPENSSH PRIVATE KEY-----",
      utf8("-----BEGIN OPENSSH PRIVATE KEY-----"),
      new Uint8Array(Buffer.from("-----BEGIN OPENSSH PRIVATE KEY-----", "utf16le")),
      concatBytes(await fixture("rsa2048"), bareKey),
    ]) {
      expect(await codeOf(input)).toBe("CERTIFICATE_IS_PRIVATE");
    }
  });

  test("from the first byte over a megabyte on", async () => {
    const armored = await armoredFixture("curve25519");
    const filled = `${armored}${"\n".repeat(maximumUploadBytes - armored.length)}`;
    expect(await codeOf(filled)).toBe("1 read");
    expect(await readCertificates(`${filled}\n`)).toEqual({
      ok: false,
      problem: { code: "CERTIFICATE_TOO_LARGE", facts: { maximumBytes: 1_000_000 } },
    });
    expect(await codeOf(utf8(filled))).toBe("1 read");
    expect(await codeOf(utf8(`${filled}\n`))).toBe("CERTIFICATE_TOO_LARGE");
  });

  test("where a certificate is cut off or damaged", async () => {
    const armored = await armoredFixture("rsa2048");
    const binary = await fixture("rsa2048");
    expect(await codeOf(armored.slice(0, -40))).toBe("CERTIFICATE_UNREADABLE");
    expect(await codeOf(armored.replace("mQ", "mR"))).toBe("CERTIFICATE_UNREADABLE");
    expect(await codeOf(binary.subarray(0, -1))).toBe("CERTIFICATE_UNREADABLE");
    expect(await codeOf(`${armored}${armored.slice(0, 300)}`)).toBe("CERTIFICATE_UNREADABLE");
  });

  test("where there is none", async () => {
    const signed = await home.output(["--passphrase", "a passphrase", "--armor", "--detach-sign"], "text");
    for (const input of ["", "hello", signed.toString(), new Uint8Array(), utf8("hello"), Uint8Array.of(0x89, 0x50)]) {
      expect(await codeOf(input)).toBe("CERTIFICATE_NONE_FOUND");
    }
  });

  test("in good time, however odd", async () => {
    const begin = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n";
    expect(await codeOf(begin.repeat(25_000))).toBe("CERTIFICATE_UNREADABLE");
    expect(await codeOf("-----BEGIN ".repeat(90_000))).toBe("CERTIFICATE_NONE_FOUND");
    expect(await codeOf(new Uint8Array(maximumUploadBytes).fill(0x99))).toBe("CERTIFICATE_UNREADABLE");
  }, 5_000);
});
