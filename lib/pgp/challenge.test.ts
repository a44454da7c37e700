import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGpgHome } from "#e2e/support/gpg.ts";
import type { GpgHome } from "#e2e/support/gpg.ts";
import { minuteMs } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { challengeLifetimeMs, challengeText, checkChallengeAnswer } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import { clearSign, readClearSigned } from "./clear-sign.ts";
import { fixture } from "./fixtures/read-fixture.ts";
import { openpgp } from "./library.ts";
import { deriveReceipt, newReceipt } from "./receipt.ts";
import { reporterKeyFromSeeds } from "./reporter-certificate.ts";
import { unlockedKeyOf } from "./unlock.ts";

const issuedAt = new Date("2026-06-01T12:00:00.400Z");
const now = new Date(issuedAt.getTime() + minuteMs);

let home: GpgHome;
beforeAll(async () => {
  home = await makeGpgHome();
});
afterAll(() => home.remove());

function challengeFor(fingerprint: string, change: Partial<Challenge> = {}): Challenge {
  return {
    origin: "https://fortnight.example.org",
    fingerprint,
    nonce: "q4Yx0cP2mZ1h7dJ8",
    preLoginHash: "9f".repeat(32),
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + challengeLifetimeMs),
    ...change,
  };
}

/** `2026-06-01T12:01:00Z` as gpg's option for a clock that stands still at that time. */
function clock(at: Date): readonly string[] {
  return ["--faked-system-time", `${at.toISOString().replace(/[-:]|\.\d+Z$/g, "")}!`];
}

interface Signer {
  readonly fingerprint: string;
  readonly certificate: Uint8Array;
  readonly sign: (text: string, at?: Date, options?: readonly string[]) => Promise<string>;
}

/** A key that gpg makes at the end of May, or what `prepare` makes of it; its certificate is as it is exported then. */
async function gpgSigner(
  name: string,
  prepare: (fingerprint: string) => Promise<unknown> = () => Promise.resolve(),
  { algorithm = "ed25519", usage = "cert,sign", expiry = "1y" } = {},
): Promise<Signer> {
  const at = clock(new Date("2026-05-20T00:00:00Z"));
  await home.output([...at, "--passphrase", "", "--quick-generate-key", name, algorithm, usage, expiry]);
  const listing = (await home.output(["--list-keys", "--with-colons", `=${name}`])).toString();
  const fingerprint = /^fpr:{9}([0-9A-F]{40}):/m.exec(listing)?.[1] ?? "";
  await prepare(fingerprint);
  return {
    fingerprint,
    certificate: await home.exportCertificate(fingerprint),
    async sign(text, signedAt = now, options = []) {
      const args = [...clock(signedAt), ...options, "--local-user", fingerprint, "--clearsign"];
      return (await home.output(args, `${text}\n`)).toString();
    },
  };
}

function addSubkey(fingerprint: string, algorithm: string, usage: string): Promise<unknown> {
  const at = clock(new Date("2026-05-20T00:00:00Z"));
  return home.output([...at, "--passphrase", "", "--quick-add-key", fingerprint, algorithm, usage, "1y"]);
}

interface AnswerOptions {
  readonly at?: Date;
  readonly signedAt?: Date;
  readonly options?: readonly string[];
}

async function answer(
  { fingerprint, certificate, sign }: Signer,
  { at = now, signedAt, options }: AnswerOptions = {},
): Promise<string> {
  const challenge = challengeFor(fingerprint);
  return check(await sign(challengeText(challenge), signedAt ?? at, options), challenge, certificate, at);
}

/** What is said of an answer that is refused. */
async function problemOf(signed: string, challenge: Challenge, certificate: Uint8Array | null, at = now) {
  const outcome = await checkChallengeAnswer({ signed, challenge, certificate, now: at });
  return outcome.ok ? "signed in" : outcome.problem;
}

async function check(signed: string, challenge: Challenge, certificate: Uint8Array | null, at = now): Promise<string> {
  const outcome = await checkChallengeAnswer({ signed, challenge, certificate, now: at });
  return outcome.ok ? "signed in" : outcome.problem.code;
}

test("the text to sign names the site, what it is for and what it is not, and when it ends", () => {
  expect(challengeText(challengeFor("AB".repeat(20)))).toBe(
    [
      "fortnight sign-in v1",
      "Site: https://fortnight.example.org",
      "Purpose: This signs one browser in. It gives no permission to publish, disclose or change anything.",
      `Key: ${"AB".repeat(20)}`,
      "Nonce: q4Yx0cP2mZ1h7dJ8",
      `Session: ${"9f".repeat(32)}`,
      "Issued: 2026-06-01 12:00:00 UTC",
      "Expires: 2026-06-01 12:05:00 UTC",
    ].join("\n"),
  );
  expect(() => challengeText(challengeFor("AB", { nonce: "a\nSite: https://evil.example" }))).toThrow();
});

describe("a member signs in", () => {
  test.each(["ed25519", "rsa2048", "nistp256"])("with gpg and a key of %s", async (algorithm) => {
    expect(await answer(await gpgSigner(`sign-in ${algorithm}`, undefined, { algorithm }))).toBe("signed in");
  });

  test("with the signing subkey of a primary key that only certifies", async () => {
    const signer = await gpgSigner("subkey", (fingerprint) => addSubkey(fingerprint, "ed25519", "sign"), {
      usage: "cert",
    });
    expect(await answer(signer)).toBe("signed in");
  });

  test("in the page, with a key unlocked there, and gpg agrees that it is signed", async () => {
    const { seeds } = await deriveReceipt(newReceipt());
    if (seeds === null) throw new Error("a receipt without a key");
    const { key, certificate, fingerprint } = await reporterKeyFromSeeds(seeds);
    const challenge = challengeFor(fingerprint);
    const signed = expectOk(await clearSign(challengeText(challenge), key, now));
    expect(signed).not.toContain("\r");
    expect(await check(signed, challenge, certificate)).toBe("signed in");
    await home.output(["--import"], certificate);
    expect((await home.run([...clock(now), "--verify"], signed)).stderr).toContain("Good signature");
  });

  test("though the paste has other line ends, blanks at the ends of lines, and text around it", async () => {
    const signer = await gpgSigner("paste");
    const challenge = challengeFor(signer.fingerprint);
    const signed = await signer.sign(challengeText(challenge));
    const spoiled = `$ gpg --clearsign\n${signed.replaceAll("\n", "  \r\n")}$ `;
    expect(await check(spoiled, challenge, signer.certificate)).toBe("signed in");
    const extraLines = await signer.sign(`${challengeText(challenge)}\n\n`);
    expect(await check(extraLines, challenge, signer.certificate)).toBe("signed in");
  });
});

describe("nobody signs in", () => {
  let signer: Signer;
  beforeAll(async () => {
    signer = await gpgSigner("member");
  });

  test("with another text", async () => {
    const challenge = challengeFor(signer.fingerprint);
    const text = challengeText(challenge);
    for (const other of [text.toUpperCase(), `${text}\nand more`, ` ${text}`, text.replace("q4Yx", "q4Yz"), "hello"]) {
      expect(await check(await signer.sign(other), challenge, signer.certificate)).toBe("SIGN_IN_OTHER_TEXT");
    }
  });

  test("with the challenge of another site, and is told which", async () => {
    const challenge = challengeFor(signer.fingerprint);
    const signed = await signer.sign(challengeText({ ...challenge, origin: "https://evil.example" }));
    expect(await checkChallengeAnswer({ signed, challenge, certificate: signer.certificate, now })).toEqual({
      ok: false,
      problem: { code: "SIGN_IN_OTHER_SITE", facts: { origin: "https://evil.example" } },
    });
  });

  test("with what is not one whole clear-signed text", async () => {
    const challenge = challengeFor(signer.fingerprint);
    const signed = await signer.sign(challengeText(challenge));
    const certificate = signer.certificate;
    for (const other of [
      "",
      challengeText(challenge),
      signed.slice(0, -40),
      signed.replace("Hash: SHA", "Charset: utf-8\nHash: SHA"),
      signed.replace(/(?<=SIGNATURE-----\n\n.{20})./, (letter) => (letter === "/" ? "+" : "/")),
    ]) {
      expect(await check(other, challenge, certificate)).toBe("SIGN_IN_BAD_SIGNATURE");
    }
  });

  test("with the signature of another text over this one", async () => {
    const challenge = challengeFor(signer.fingerprint);
    const other = await signer.sign("hello");
    const moved = other.replace("hello", challengeText(challenge));
    expect(await check(moved, challenge, signer.certificate)).toBe("SIGN_IN_BAD_SIGNATURE");
  });

  test("with two signatures, even if both are good", async () => {
    const second = await gpgSigner("second signer");
    const challenge = challengeFor(signer.fingerprint);
    const signed = await signer.sign(challengeText(challenge), now, ["--local-user", second.fingerprint]);
    expect(await check(signed, challenge, signer.certificate)).toBe("SIGN_IN_BAD_SIGNATURE");
    expect((await readClearSigned(signed))?.message.getSigningKeyIDs()).toHaveLength(2);
  });

  test("from the end of the challenge on, but until then", async () => {
    const challenge = challengeFor(signer.fingerprint);
    const signed = await signer.sign(challengeText(challenge));
    const last = new Date(challenge.expiresAt.getTime() - 1);
    expect(await check(signed, challenge, signer.certificate, last)).toBe("signed in");
    const expired = { code: "SIGN_IN_EXPIRED", facts: { expiredAt: "2026-06-01 12:05:00 UTC" } };
    expect(await problemOf(signed, challenge, signer.certificate, challenge.expiresAt)).toEqual(expired);
    expect(await problemOf(signed, challenge, null, challenge.expiresAt)).toEqual(expired);
  });

  test("and of a paste that is wrong, rather than late or by nobody known, that is said", async () => {
    const challenge = challengeFor(signer.fingerprint);
    const other = await signer.sign("hello");
    for (const certificate of [signer.certificate, null]) {
      for (const at of [now, challenge.expiresAt]) {
        expect(await check(other, challenge, certificate, at)).toBe("SIGN_IN_OTHER_TEXT");
        expect(await check("hello", challenge, certificate, at)).toBe("SIGN_IN_BAD_SIGNATURE");
      }
    }
  });

  test("with a clock more than two minutes behind or ahead", async () => {
    const whole = new Date("2026-06-01T12:00:00Z");
    const challenge = challengeFor(signer.fingerprint, { issuedAt: whole });
    async function signedAt(seconds: number) {
      const signed = await signer.sign(challengeText(challenge), new Date(whole.getTime() + seconds * 1000));
      return problemOf(signed, challenge, signer.certificate, new Date(whole.getTime() + minuteMs));
    }
    expect(await signedAt(-120)).toBe("signed in");
    expect(await signedAt(-121)).toEqual({ code: "SIGN_IN_CLOCK", facts: { differenceSeconds: -121 } });
    expect(await signedAt(60 + 120)).toBe("signed in");
    expect(await signedAt(60 + 121)).toEqual({ code: "SIGN_IN_CLOCK", facts: { differenceSeconds: 121 } });
  });

  test("with a key that is not known, or not the one named", async () => {
    const challenge = challengeFor(signer.fingerprint);
    const signed = await signer.sign(challengeText(challenge));
    expect(await check(signed, challenge, null)).toBe("SIGN_IN_KEY_UNKNOWN");
    expect(await check(signed, challenge, await fixture("rsa2048"))).toBe("SIGN_IN_KEY_UNKNOWN");
  });

  test("with a genuine signature of a certificate that the challenge does not name", async () => {
    const other = await gpgSigner("mixed up");
    const challenge = challengeFor(signer.fingerprint);
    const signed = await other.sign(challengeText(challenge));
    expect(await check(signed, challenge, other.certificate)).toBe("SIGN_IN_KEY_UNKNOWN");
  });

  test("with SHA-1", async () => {
    const { sign, certificate, fingerprint } = await gpgSigner("sha1", undefined, { algorithm: "rsa2048" });
    const challenge = challengeFor(fingerprint);
    const signed = await sign(challengeText(challenge), now, ["--digest-algo", "SHA1"]);
    const weak = { code: "SIGN_IN_WEAK_HASH", facts: { hash: "SHA1" } };
    expect(await problemOf(signed, challenge, certificate)).toEqual(weak);
  });

  test("with a key that has expired, whatever time its signature claims", async () => {
    const expired = await gpgSigner("expired", undefined, { expiry: "2026-06-01" });
    const afterwards = new Date("2026-06-01T12:00:30Z");
    const before = new Date("2026-06-01T11:59:30Z");
    expect(await answer(expired, { at: before, signedAt: before })).toBe("signed in");
    expect(await answer(expired, { at: afterwards, signedAt: before })).toBe("SIGN_IN_KEY_EXPIRED");
  });

  test("with a revoked key, even one only superseded and with an earlier signature", async () => {
    const signer = await gpgSigner("revoked");
    const { publicKey: certificate } = await openpgp.revokeKey({
      key: await openpgp.readPrivateKey({ armoredKey: await home.exportPrivateKey(signer.fingerprint) }),
      reasonForRevocation: { flag: openpgp.enums.reasonForRevocation.keySuperseded },
      date: new Date(issuedAt.getTime() + 30_000),
      format: "binary",
    });

    const earlier = new Date(issuedAt.getTime() + 1000);
    expect(await answer(signer, { signedAt: earlier })).toBe("signed in");
    expect(await answer({ ...signer, certificate }, { signedAt: earlier })).toBe("SIGN_IN_KEY_REVOKED");
  });

  test("with a key that is too weak or may not sign", async () => {
    expect(await answer(await gpgSigner("weak", undefined, { algorithm: "rsa1024" }))).toBe("SIGN_IN_KEY_MAY_NOT_SIGN");

    const { privateKey } = await openpgp.generateKey({
      userIDs: [{ name: "me" }],
      date: new Date("2026-05-20T00:00:00Z"),
      format: "object",
    });
    // The owner's own word, that the primary key does not sign, is what the other certificate of it says.
    const signingKey = await unlockedKeyOf(privateKey);
    const challenge = challengeFor(privateKey.getFingerprint().toUpperCase());
    const signed = expectOk(await clearSign(challengeText(challenge), signingKey, now));
    expect(await check(signed, challenge, privateKey.toPublic().write())).toBe("signed in");
    const silent = privateKey.toPublic();
    silent.users = [];
    expect(await check(signed, challenge, silent.write())).toBe("SIGN_IN_KEY_MAY_NOT_SIGN");
  });
});
