import { describe, expect, test } from "vitest";
import { expectOk } from "#lib/base/result.ts";
import { freshKey } from "./fixtures/fresh-key.ts";
import {
  answeredBytes,
  answeredText,
  decompressionLimit,
  isCipherFailure,
  isPassphraseFailure,
  openpgp,
} from "./library.ts";
import { openWithSessionKey } from "./open.ts";
import { newSessionKey, type SessionKey } from "./session-key.ts";

const mebibyte = 2 ** 20;

describe("a message may unfold", () => {
  test.each([
    { what: "to 8 MiB however short it is", bytes: 0, limit: 8 * mebibyte },
    { what: "to 8 MiB as long as that is a hundred times as many", bytes: 83_886, limit: 8 * mebibyte },
    { what: "to a hundred times as many from there", bytes: 83_887, limit: 8_388_700 },
    { what: "to a hundred times as many up to 64 MiB", bytes: 671_088, limit: 67_108_800 },
    { what: "to 64 MiB and no more", bytes: 671_089, limit: 64 * mebibyte },
  ])("$what", ({ bytes, limit }) => {
    expect(decompressionLimit(bytes)).toBe(limit);
  });
});

describe("the library as it is set here", () => {
  test("says neither its version nor a comment in what it armours", async () => {
    const { privateKey } = await freshKey("Ada");
    expect(privateKey.toPublic().armor()).not.toMatch(/^(Version|Comment):/m);
  });

  test("prefers AES-256 without compression in the keys that it makes", async () => {
    const { privateKey } = await freshKey("Ada");
    const [user] = privateKey.users;
    const [signature] = user?.selfCertifications ?? [];
    expect(signature?.preferredSymmetricAlgorithms?.[0]).toBe(openpgp.enums.symmetric.aes256);
    expect(signature?.preferredCompressionAlgorithms?.[0]).toBe(openpgp.enums.compression.uncompressed);
  });

  test("locks keys as GnuPG imports them: with the usage octet that stands for a SHA-1", async () => {
    const { privateKey } = await freshKey("Ada");
    const locked = await openpgp.encryptKey({ privateKey, passphrase: "correct horse" });
    expect(locked.isDecrypted()).toBe(false);
    expect(locked.keyPacket).toMatchObject({ s2kUsage: 254 });
  });

  test("tells a wrong passphrase from what is no passphrase's fault", async () => {
    const { privateKey } = await freshKey("Ada");
    const locked = await openpgp.encryptKey({ privateKey, passphrase: "correct horse" });
    const failureOf = (attempt: Promise<unknown>) =>
      attempt.then(
        () => null,
        (error: unknown) => error,
      );
    const wrong = await failureOf(openpgp.decryptKey({ privateKey: locked, passphrase: "battery staple" }));
    expect(isPassphraseFailure(wrong)).toBe(true);
    const unlocked = await failureOf(openpgp.decryptKey({ privateKey, passphrase: "correct horse" }));
    expect(unlocked).toBeInstanceOf(Error);
    expect(isPassphraseFailure(unlocked)).toBe(false);
    expect([isPassphraseFailure("text"), isCipherFailure("text")]).toEqual([false, false]);
  });

  test("opens what shrank to next to nothing up to 8 MiB, and refuses more as too large", async () => {
    const sessionKey = newSessionKey();
    const open = async (textBytes: number) => {
      const body = await compressed(new Uint8Array(textBytes), sessionKey);
      return openWithSessionKey({ body, sessionKey, signers: [], at: new Date("2026-03-02T09:00:00Z") });
    };
    const room = 8 * mebibyte - 1024; // less what the packets around them take
    expect(expectOk(await open(room)).entity.length).toBe(room);
    expect(await open(8 * mebibyte)).toMatchObject({
      problem: { code: "PGP_TOO_LARGE", facts: { bytes: null, maximumBytes: 8 * mebibyte } },
    });
  });
});

async function compressed(binary: Uint8Array, sessionKey: SessionKey): Promise<Uint8Array> {
  const message = await openpgp.createMessage({ binary });
  const config = { preferredCompressionAlgorithm: openpgp.enums.compression.zlib };
  const key = { data: sessionKey, algorithm: "aes256" } as const;
  return answeredBytes(await openpgp.encrypt({ message, sessionKey: key, config, format: "binary" }));
}

test("what the library answers is bytes, or text with plain ends of line, or a bug", () => {
  expect(answeredBytes(Uint8Array.of(1, 2))).toEqual(Uint8Array.of(1, 2));
  expect(answeredText("a\r\nb\r\n")).toBe("a\nb\n");
  expect(() => answeredBytes("text")).toThrow("no bytes");
  expect(() => answeredText(Uint8Array.of(1))).toThrow("no text");
});
