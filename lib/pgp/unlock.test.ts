import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GpgHome, makeGpgHome } from "#e2e/support/gpg.ts";
import { concatBytes, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { dearmor } from "./armor.ts";
import { clearSign } from "./clear-sign.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import { openpgp } from "./library.ts";
import { type Packet, readPackets, tags } from "./packet.ts";
import { seal } from "./seal.ts";
import { lockKey, privateKeyOf, signingKeyId, unlockKey } from "./unlock.ts";

const passphrase = "correct horse – Zürich";

let home: GpgHome;
let locked: string;
let open: string;
let certificate: Buffer;
let fingerprint: string;
let otherFingerprint: string;

beforeAll(async () => {
  home = await makeGpgHome();
  otherFingerprint = await home.makeKey("No Passphrase <none@example.org>", "cv25519");
  fingerprint = await home.makeKey("Passphrase <some@example.org>", "cv25519", passphrase);
  locked = await home.exportPrivateKey(fingerprint, passphrase);
  open = await home.exportPrivateKey(otherFingerprint);
  certificate = await home.exportCertificate(fingerprint);
});

afterAll(() => home.remove());

async function codeOf(privateKey: Uint8Array | string, given = passphrase): Promise<string> {
  const outcome = await unlockKey({ privateKey, passphrase: given });
  return outcome.ok ? "ok" : outcome.problem.code;
}

/** The private key with each secret packet made anew out of its public part (its length is known) and its contents. */
function rewrite(change: (publicPart: Uint8Array, contents: Uint8Array, packet: Packet) => Uint8Array): Uint8Array {
  const publicParts = expectOk(readPackets(certificate)).filter(
    ({ tag }) => tag === tags.publicKey || tag === tags.publicSubkey,
  );
  const packets = expectOk(readPackets(expectOk(dearmor(locked)).bytes));
  return concatBytes(
    ...packets.map((packet) => {
      if (packet.tag !== tags.secretKey && packet.tag !== tags.secretSubkey) return packet.bytes;
      const contents = change(publicParts.shift()?.contents ?? new Uint8Array(), packet.contents, packet);
      return concatBytes(Uint8Array.of(0xc0 | packet.tag, 0xff, 0, 0, contents.length >> 8, contents.length), contents);
    }),
  );
}

const gnu = (mode: number, ...rest: readonly number[]) => Uint8Array.of(254, 9, 101, 0, ...utf8("GNU"), mode, ...rest);
const onSmartcard = gnu(2, 16, 0xd2, 0x76, 0, 1, 0x24, 1, 2, 1, 0, 5, 0, 0, 0x11, 0x22, 0, 0);

describe("a private key", () => {
  test("opens with its passphrase, armoured or binary", async () => {
    for (const privateKey of [locked, utf8(locked), expectOk(dearmor(locked)).bytes]) {
      const key = expectOk(await unlockKey({ privateKey, passphrase }));
      expect(key).toMatchObject({ fingerprint, canDecrypt: true, canSign: true });
      expect(key.keyIds).toHaveLength(2);
      expect(key.keyIds[0]).toBe(fingerprint.slice(-16));
    }
  });

  test("without a passphrase opens with any", async () => {
    expect(await codeOf(open, "")).toBe("ok");
    expect(await codeOf(open, "whatever")).toBe("ok");
  });

  test.each(["", "correct horse", `${passphrase} `])("stays closed with passphrase %j", async (given) => {
    expect(await codeOf(locked, given)).toBe("PGP_WRONG_PASSPHRASE");
  });

  test("is not a certificate, a message, two keys or text", async () => {
    expect(await codeOf(certificate)).toBe("PGP_NOT_A_PRIVATE_KEY");
    expect(await codeOf(await home.output(["-r", fingerprint, "-e"], "text"))).toBe("PGP_NOT_A_PRIVATE_KEY");
    expect(await unlockKey({ privateKey: locked + open, passphrase })).toEqual({
      ok: false,
      problem: { code: "PGP_SEVERAL_PRIVATE_KEYS", facts: { fingerprints: [fingerprint, otherFingerprint] } },
    });
    expect(await codeOf("hello")).toBe("PGP_NOT_OPENPGP");
    expect(await codeOf(locked.replace("lQ", "lA").replace("lI", "lA"))).toBe("PGP_ARMOR_CHECKSUM");
  });

  test("whose primary secret is kept offline decrypts, and cannot sign", async () => {
    const exported = await home.output(["--passphrase", passphrase, "--export-secret-subkeys", fingerprint]);
    const key = expectOk(await unlockKey({ privateKey: exported, passphrase }));
    expect(key).toMatchObject({ fingerprint, canDecrypt: true, canSign: false });
    expect(await clearSign("text", key, new Date())).toEqual({
      ok: false,
      problem: { code: "SIGNING_KEY_MISSING", facts: {} },
    });
    expect(await seal({ entity: utf8("x"), readers: [], signer: key, at: new Date() })).toMatchObject({
      problem: { code: "PGP_KEY_STUB" },
    });
  });

  test.each([
    { where: "on a smartcard", stub: onSmartcard },
    { where: "taken out", stub: gnu(1) },
  ])("whose secrets are all $where is told so, whatever the passphrase", async ({ stub }) => {
    const stubs = rewrite((publicPart) => concatBytes(publicPart, stub));
    expect(await codeOf(stubs)).toBe("PGP_KEY_STUB");
    expect(await codeOf(stubs, "")).toBe("PGP_KEY_STUB");
  });

  test("whose decryption key is on a smartcard still signs", async () => {
    const half = rewrite((publicPart, contents, { tag }) =>
      tag === tags.secretSubkey ? concatBytes(publicPart, onSmartcard) : contents,
    );
    expect(expectOk(await unlockKey({ privateKey: half, passphrase }))).toMatchObject({
      canDecrypt: false,
      canSign: true,
    });
  });

  test("locked without integrity, as programs did before 2003, is refused", async () => {
    const old = rewrite((publicPart, contents) =>
      contents.map((byte, index) => (index === publicPart.length ? 255 : byte)),
    );
    expect(await codeOf(old)).toBe("PGP_KEY_LOCK_UNSUPPORTED");
  });

  test("with another's public numbers in front of its secret is refused", async () => {
    const forged = rewrite((publicPart, contents, { tag }) =>
      contents.map((byte, index) => (tag === tags.secretKey && index === publicPart.length - 1 ? byte ^ 1 : byte)),
    );
    expect(await codeOf(forged)).toBe("PGP_NOT_A_PRIVATE_KEY");
  });

  test("once locked again is of no use, and its secrets are gone from memory", async () => {
    const key = expectOk(await unlockKey({ privateKey: locked, passphrase }));
    const { keyPacket } = privateKeyOf(key);
    const parameters = Object.values(("privateParams" in keyPacket ? keyPacket.privateParams : null) ?? {});
    expect(parameters.length).toBeGreaterThan(0);
    lockKey(key);
    for (const parameter of parameters) expect(new Set(parameter as Uint8Array)).toEqual(new Set([0]));
    expect(() => privateKeyOf(key)).toThrow("locked");
  });

  test("that can neither sign nor decrypt is of no use: its passphrase is wrong, or there is none for what is left", async () => {
    const { privateKey } = await openpgp.generateKey({
      userIDs: [{ name: "certifies only" }],
      format: "object",
      subkeys: [],
    });
    privateKey.users = [];
    expect(await codeOf(privateKey.write(), "")).toBe("PGP_KEY_STUB");
  });

  test("may be locked twice", async () => {
    const key = expectOk(await unlockKey({ privateKey: locked, passphrase }));
    lockKey(key);
    expect(() => {
      lockKey(key);
    }).not.toThrow();
  });

  test("signs with the newest of its parts that may sign, in whichever order they stand", async () => {
    const { privateKey } = await freshKey("Two parts");
    const later = await privateKey.addSubkey({
      sign: true,
      type: "ecc",
      date: addDays(privateKey.getCreationTime(), 1),
    });
    const [, , newest] = later.getKeys();
    const at = addDays(privateKey.getCreationTime(), 2);
    expect((await signingKeyId(later, at))?.toHex()).toBe(newest?.getKeyID().toHex());
    later.subkeys.reverse();
    expect((await signingKeyId(later, at))?.toHex()).toBe(newest?.getKeyID().toHex());
    expect((await signingKeyId(later, privateKey.getCreationTime()))?.toHex()).toBe(privateKey.getKeyID().toHex());
  });

  test("cannot be copied out of its wrapper", async () => {
    const key = expectOk(await unlockKey({ privateKey: locked, passphrase }));
    const copy = structuredClone(key);
    expect(JSON.stringify(key)).not.toMatch(/private/i);
    expect(() => privateKeyOf(copy)).toThrow("locked");
  });
});
