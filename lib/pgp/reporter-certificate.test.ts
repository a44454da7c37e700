import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGpgHome, runTool } from "#e2e/support/gpg.ts";
import type { GpgHome } from "#e2e/support/gpg.ts";
import { hex, sha256 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { openpgp } from "./library.ts";
import { deriveReceipt, newReceipt, parseReceipt } from "./receipt.ts";
import { reporterKeyFromSeeds } from "./reporter-certificate.ts";
import { privateKeyOf } from "./unlock.ts";

const receipt = expectOk(parseReceipt("R000-4106-1050-R3GG-28A1-C60T-3GFC"));

async function reporterKeyOf(from = receipt) {
  const { seeds } = await deriveReceipt(from);
  if (seeds === null) throw new Error("a receipt without a key");
  return reporterKeyFromSeeds(seeds);
}

describe("the certificate of a receipt", () => {
  // Frozen: a change here makes every reply to every reporter unreadable.
  test("has the same fingerprints for ever", async () => {
    const { key, fingerprint } = await reporterKeyOf();
    expect(fingerprint).toBe("3B6590F1774A37C1967772A5A70DC582CC0F1CE1");
    expect(privateKeyOf(key).subkeys[0]?.getFingerprint().toUpperCase()).toBe(
      "E984D8BE132602DE9D117B694A933901475F87B7",
    );
  });

  test("has the same bytes each time", async () => {
    const [one, other] = [await reporterKeyOf(), await reporterKeyOf()];
    expect(hex(await sha256(one.certificate))).toBe(hex(await sha256(other.certificate)));
  });

  test("is another for another receipt", async () => {
    const [one, other] = [await reporterKeyOf(newReceipt()), await reporterKeyOf(newReceipt())];
    expect(one.fingerprint).not.toBe(other.fingerprint);
  });

  test("tells no secret and nobody's name", async () => {
    const { certificate } = await reporterKeyOf();
    const key = await openpgp.readKey({ binaryKey: certificate });
    expect(key.isPrivate()).toBe(false);
    expect(key.getUserIDs()).toEqual(["Reporter"]);
  });

  test("fits its key, whatever the seeds are", async () => {
    for (const fill of [0, 1, 127, 255]) {
      const seeds = { signing: new Uint8Array(32).fill(fill), decryption: new Uint8Array(32).fill(fill) };
      const { key, certificate } = await reporterKeyFromSeeds(seeds);
      const sessionKey = { data: new Uint8Array(32).fill(7), algorithm: "aes256" } as const;
      const encryptionKeys = (await openpgp.readKey({ binaryKey: certificate })).toPublic();
      const keyPacket = await openpgp.encryptSessionKey({ ...sessionKey, encryptionKeys, format: "binary" });
      const message = await openpgp.readMessage({ binaryMessage: keyPacket });
      const opened = await openpgp.decryptSessionKeys({ message, decryptionKeys: privateKeyOf(key) });
      expect(opened).toEqual([sessionKey]);
    }
  });
});

describe("the key of a receipt in other programs", () => {
  let home: GpgHome;
  beforeAll(async () => {
    home = await makeGpgHome();
  });
  afterAll(() => home.remove());

  test("opens in gpg what gpg encrypts to its certificate, and signs what gpg believes", async () => {
    const { key, certificate, fingerprint } = await reporterKeyOf();
    await home.output(["--import"], certificate);
    const sealed = await home.output(["-r", fingerprint, "--encrypt"], "reply");
    const message = await openpgp.readMessage({ binaryMessage: sealed });
    expect((await openpgp.decrypt({ message, decryptionKeys: privateKeyOf(key) })).data).toBe("reply");

    await home.output(["--import"], privateKeyOf(key).write());
    expect((await home.output(["--decrypt"], sealed)).toString()).toBe("reply");

    const signed = await home.output(["--local-user", fingerprint, "--clearsign"], "mine");
    const verified = await openpgp.verify({
      message: await openpgp.readCleartextMessage({ cleartextMessage: signed.toString() }),
      verificationKeys: (await openpgp.readKey({ binaryKey: certificate })).toPublic(),
    });
    await expect(verified.signatures[0]?.verified).resolves.toBe(true);
  });

  test("opens in sq what sq encrypts to its certificate", async () => {
    const { key, certificate } = await reporterKeyOf();
    const certificateFile = await home.file("reporter.pgp", certificate);
    const keyFile = await home.file("reporter-key.pgp", privateKeyOf(key).write());
    const sealed = await runTool("sq", ["encrypt", "--recipient-cert", certificateFile], { input: "reply" });
    expect(sealed.stderr).toBe("");
    const opened = await runTool("sq", ["decrypt", "--recipient-key", keyFile], { input: sealed.stdout });
    expect(opened.stdout.toString()).toBe("reply");
  });
});
