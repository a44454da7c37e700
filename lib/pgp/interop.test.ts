import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GpgHome, makeGpgHome, runTool } from "#e2e/support/gpg.ts";
import { utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { armorMessage, dearmor } from "./armor.ts";
import { joinEnvelope, splitEnvelope } from "./envelope-check.ts";
import { grant, type ReaderCertificate } from "./grant.ts";
import { openEnvelope, openWithSessionKey, recoverSessionKey } from "./open.ts";
import { checkReaders } from "./reader-check.ts";
import { seal, sealBody, type SealedEnvelope, sealEmptyBody } from "./seal.ts";
import { parseSessionKeyLine, sessionKeyLine } from "./session-key.ts";
import { ticketOf } from "./ticket.ts";
import { unlockKey, type UnlockedKey } from "./unlock.ts";

const entity = utf8("Subject: Grüße\n\nkeeps its line ends:\r\n\n \x00\xff\n");
const algorithms = ["cv25519", "rsa3072"] as const;

interface Member extends ReaderCertificate {
  readonly fingerprint: string;
  readonly key: UnlockedKey;
  readonly privateKeyPath: string;
}

let home: GpgHome;
let stranger: GpgHome;
let members: readonly Member[];
let sealed: SealedEnvelope;

async function makeMember(algorithm: (typeof algorithms)[number]): Promise<Member> {
  const fingerprint = await home.makeKey(`${algorithm} <${algorithm}@example.org>`, algorithm);
  const privateKey = await home.exportPrivateKey(fingerprint);
  return {
    name: algorithm,
    fingerprint,
    certificate: await home.exportCertificate(fingerprint),
    key: expectOk(await unlockKey({ privateKey, passphrase: "" })),
    privateKeyPath: await home.file(`${algorithm}.asc`, privateKey),
  };
}

beforeAll(async () => {
  [home, stranger] = await Promise.all([makeGpgHome(), makeGpgHome()]);
  members = await Promise.all(algorithms.map(makeMember));
  sealed = expectOk(await seal({ entity, readers: members, signer: member("cv25519").key, at: new Date() }));
}, 120_000);

afterAll(() => Promise.all([home.remove(), stranger.remove()]));

function member(algorithm: string): Member {
  const found = members.find(({ name }) => name === algorithm);
  if (found === undefined) throw new Error(`no member ${algorithm}`);
  return found;
}

function keyPacketOf(envelope: SealedEnvelope, { fingerprint }: Member): Uint8Array {
  const found = envelope.keyPackets.find((keyPacket) => keyPacket.fingerprint === fingerprint);
  if (found === undefined) throw new Error("no key packet for this member");
  return found.bytes;
}

const recipients = () => members.flatMap(({ fingerprint }) => ["-r", fingerprint]);

describe.each(algorithms)("for a reader with a key of %s made by gpg, an envelope sealed here", (algorithm) => {
  const message = () => joinEnvelope(keyPacketOf(sealed, member(algorithm)), sealed.body);

  test("opens with gpg, byte for byte, signature good", async () => {
    for (const form of [message(), armorMessage(message())]) {
      const { status, stdout, stderr } = await home.run(["--decrypt"], form);
      expect(status, stderr).toBe(0);
      expect(new Uint8Array(stdout)).toEqual(entity);
      expect(stderr).toContain("Good signature");
    }
  });

  test("opens with sq, byte for byte", async () => {
    const path = await home.file(`${algorithm}.pgp`, message());
    const args = ["decrypt", "--recipient-key", member(algorithm).privateKeyPath, path];
    const { status, stdout, stderr } = await runTool("sq", args);
    expect(status, stderr).toBe(0);
    expect(new Uint8Array(stdout)).toEqual(entity);
  });

  test("gives its session key by ticket, to gpg and to sq", async () => {
    const ticket = ticketOf(keyPacketOf(sealed, member(algorithm)), sealed.emptyBody);
    if (algorithm === "cv25519") expect(ticket.length).toBeLessThan(300);
    const byGpg = await home.run(["--show-session-key", "--decrypt"], ticket);
    const path = await home.file(`${algorithm}.ticket`, ticket);
    const bySq = await runTool("sq", [
      "decrypt",
      "--dump-session-key",
      "--recipient-key",
      member(algorithm).privateKeyPath,
      path,
    ]);
    for (const { status, stderr } of [byGpg, bySq]) {
      expect(status, stderr).toBe(0);
      expect(expectOk(parseSessionKeyLine(stderr))).toEqual(sealed.sessionKey);
    }
  });

  test("granted later opens with gpg, the body untouched", async () => {
    const sessionKey = expectOk(await recoverSessionKey(keyPacketOf(sealed, member("rsa3072")), member("rsa3072").key));
    const granted = expectOk(await grant({ sessionKey, reader: member(algorithm), at: new Date() }));
    const opened = await home.output(["--decrypt"], joinEnvelope(granted.bytes, sealed.body));
    expect(new Uint8Array(opened)).toEqual(entity);
  });
});

describe("a published session key", () => {
  test("opens body and attachment alone with gpg and sq, which hold no key", async () => {
    const attachment = await sealBody(entity, sealed.sessionKey);
    const line = sessionKeyLine(sealed.sessionKey);
    for (const body of [sealed.body, attachment]) {
      const path = await stranger.file("body.pgp", body);
      const byGpg = await stranger.run(["--override-session-key", line, "--decrypt", path]);
      const bySq = await runTool("sq", ["decrypt", "--session-key", line.slice(2), path]);
      // gpg ends with 2 where it cannot check the signature for want of the author's certificate.
      expect(byGpg.stderr).not.toMatch(/manipulated|failed/);
      expect(new Uint8Array(byGpg.stdout)).toEqual(entity);
      expect(bySq.status, bySq.stderr).toBe(0);
      expect(new Uint8Array(bySq.stdout)).toEqual(entity);
    }
  });

  test("of another envelope opens nothing with gpg", async () => {
    const line = `9:${"0".repeat(64)}`;
    const { status } = await stranger.run(["--override-session-key", line, "--decrypt"], sealed.body);
    expect(status).not.toBe(0);
  });
});

describe("armour made here", () => {
  test.each([0, 1, 2])("is taken by gpg at any length (%i more bytes)", async (more) => {
    const body = expectOk(
      await seal({ entity: new Uint8Array(100 + more), readers: [member("cv25519")], signer: null, at: new Date() }),
    );
    const armored = armorMessage(joinEnvelope(keyPacketOf(body, member("cv25519")), body.body));
    const { status, stderr } = await home.run(["--decrypt"], armored);
    expect(status, stderr).toBe(0);
  });
});

describe("an envelope made by gpg", () => {
  const roster = () => ({
    required: members.map(({ name, fingerprint, key }) => ({
      name,
      fingerprint,
      encryptionKeyId: key.keyIds[1] ?? "",
      otherKeyIds: key.keyIds.slice(0, 1),
    })),
    allowed: [],
  });

  test.each([
    { how: "binary", args: [] },
    { how: "armoured", args: ["--armor"] },
    { how: "signed", args: ["--sign", "--local-user", "cv25519@example.org"] },
    { how: "signed with RSA", args: ["--sign", "--local-user", "rsa3072@example.org"] },
    { how: "uncompressed", args: ["-z", "0"] },
    { how: "compressed with bzip2", args: ["--compress-algo", "bzip2"] },
    { how: "with AES-128", args: ["--cipher-algo", "AES"] },
    { how: "with AES-192", args: ["--cipher-algo", "AES192"] },
  ])("$how is split, checked, joined and opened", async ({ args }) => {
    const made = await home.output([...args, ...recipients(), "--encrypt"], entity);
    const split = expectOk(splitEnvelope(expectOk(dearmor(new Uint8Array(made))).bytes));
    const readers = expectOk(checkReaders(split, roster()));
    expect(readers.map(({ reader }) => reader.name).sort()).toEqual([...algorithms]);

    for (const { reader, bytes } of readers) {
      const { key } = member(reader.name);
      const opened = expectOk(
        await openEnvelope({ keyPacket: bytes, body: split.body, key, signers: members, at: new Date() }),
      );
      expect(opened.entity).toEqual(entity);
      expect(opened.signatures.map(({ verdict }) => verdict)).toEqual(args.includes("--sign") ? ["verified"] : []);
      expect(new Uint8Array(await home.output(["--decrypt"], joinEnvelope(bytes, split.body)))).toEqual(entity);
      const ticket = ticketOf(bytes, await sealEmptyBody(opened.sessionKey));
      const { stderr } = await home.run(["--show-session-key", "--decrypt"], ticket);
      expect(expectOk(parseSessionKeyLine(stderr))).toEqual(opened.sessionKey);
    }
  });

  test("of a megabyte, in partial lengths, is split, joined and opened", async () => {
    const large = crypto.getRandomValues(new Uint8Array(65536));
    const megabyte = Uint8Array.from({ length: 1_000_000 }, (_, index) => (large[index % 65536] ?? 0) ^ (index >> 16));
    const made = await home.output([...recipients(), "--encrypt"], megabyte);
    const split = expectOk(splitEnvelope(made));
    const [first] = expectOk(checkReaders(split, roster()));
    if (first === undefined) throw new Error("no reader");
    const { key } = member(first.reader.name);
    const opened = await openEnvelope({ keyPacket: first.bytes, body: split.body, key, signers: [], at: new Date() });
    expect(Buffer.from(expectOk(opened).entity).equals(megabyte)).toBe(true);
    const byGpg = await home.output(["--decrypt"], joinEnvelope(first.bytes, split.body));
    expect(byGpg.equals(megabyte)).toBe(true);
  });

  test("of 100 MiB of zeros, compressed to next to nothing, is refused when it is opened", async () => {
    const zeros = await home.file("zeros", new Uint8Array(100 * 1024 * 1024));
    for (const algorithm of ["zlib", "bzip2"]) {
      const to = ["--compress-algo", algorithm, ...recipients()];
      const made = await home.output([...to, "--output", "-", "--encrypt", zeros]);
      expect(made.length).toBeLessThan(200_000);
      const { body, keyPackets } = expectOk(splitEnvelope(made));
      const { key } = member("cv25519");
      const keyPacket = keyPackets.find(({ encryptionKeyId }) => key.keyIds.includes(encryptionKeyId));
      const opened = await openEnvelope({
        keyPacket: keyPacket?.bytes ?? new Uint8Array(),
        body,
        key,
        signers: [],
        at: new Date(),
      });
      expect(opened).toMatchObject({ ok: false, problem: { code: "PGP_TOO_LARGE" } });
    }
  }, 60_000);

  test("signed over SHA-1 counts as badly signed", async () => {
    const sign = ["--sign", "--local-user", "rsa3072@example.org", "--digest-algo", "SHA1"];
    const made = await home.output([...sign, ...recipients(), "--encrypt"], entity);
    const { body, keyPackets } = expectOk(splitEnvelope(made));
    const { key } = member("cv25519");
    const keyPacket = keyPackets.find(({ encryptionKeyId }) => key.keyIds.includes(encryptionKeyId));
    const sessionKey = expectOk(await recoverSessionKey(keyPacket?.bytes ?? new Uint8Array(), key));
    const opened = expectOk(await openWithSessionKey({ body, sessionKey, signers: members, at: new Date() }));
    expect(opened.signatures.map(({ verdict }) => verdict)).toEqual(["bad"]);
  });

  test.each(["3DES", "CAST5", "TWOFISH", "CAMELLIA256"])("with %s is refused when it is opened", async (cipher) => {
    const made = await home.output(["--cipher-algo", cipher, ...recipients(), "--encrypt"], entity);
    const { keyPackets } = expectOk(splitEnvelope(made));
    const { key } = member("rsa3072");
    const keyPacket = keyPackets.find(({ encryptionKeyId }) => key.keyIds.includes(encryptionKeyId));
    const recovered = await recoverSessionKey(keyPacket?.bytes ?? new Uint8Array(), key);
    expect(recovered).toMatchObject({ ok: false, problem: { code: "PGP_OTHER_CIPHER" } });
  });

  test.each([
    { how: "to hidden readers", args: ["--throw-keyids", "--encrypt"], code: "PGP_HIDDEN_RECIPIENT" },
    {
      how: "with a passphrase too",
      args: ["--passphrase", "x", "--symmetric", "--encrypt"],
      code: "PGP_SYMMETRIC_ONLY",
    },
    { how: "with a passphrase alone", args: ["--passphrase", "x", "--symmetric"], code: "PGP_SYMMETRIC_ONLY" },
    { how: "signed and not encrypted", args: ["--sign"], code: "PGP_NOT_ENCRYPTED" },
    { how: "signed apart", args: ["--detach-sign"], code: "PGP_NOT_ENCRYPTED" },
    { how: "neither", args: ["--store"], code: "PGP_NOT_ENCRYPTED" },
  ])("$how is refused", async ({ args, code }) => {
    const to = args.includes("--encrypt") ? recipients() : [];
    const made = await home.output([...to, ...args], entity);
    expect(splitEnvelope(made)).toMatchObject({ ok: false, problem: { code } });
  });

  test("to one reader only names the other; to a stranger gives the key id", async () => {
    const { fingerprint } = member("cv25519");
    const short = expectOk(splitEnvelope(await home.output(["-r", fingerprint, "--encrypt"], entity)));
    expect(checkReaders(short, roster())).toMatchObject({
      problem: { code: "PGP_READERS_MISSING", facts: { names: ["rsa3072"] } },
    });
    const long = expectOk(splitEnvelope(await home.output([...recipients(), "--encrypt"], entity)));
    const [cv25519] = roster().required;
    expect(checkReaders(long, { required: cv25519 === undefined ? [] : [cv25519], allowed: [] })).toMatchObject({
      problem: { code: "PGP_READERS_UNKNOWN", facts: { keyIds: [member("rsa3072").key.keyIds[1]] } },
    });
  });
});
