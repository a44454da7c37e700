import { beforeAll, describe, expect, test } from "vitest";
import { unshared, utf8 } from "#lib/base/bytes.ts";
import { addDays } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { freshKey, type FreshKey } from "./fixtures/fresh-key.ts";
import { answeredBytes, openpgp } from "./library.ts";
import { openWithSessionKey } from "./open.ts";
import { seal } from "./seal.ts";
import { newSessionKey } from "./session-key.ts";

const at = new Date("2026-03-02T09:00:00Z");
const entity = utf8("Content-Type: text/plain\r\n\r\nsecret\n");

let ada: FreshKey;
let grace: FreshKey;
let stranger: FreshKey;

beforeAll(async () => {
  [ada, grace, stranger] = await Promise.all([freshKey("Ada"), freshKey("Grace"), freshKey("a stranger")]);
});

describe("the verdict on a signature", () => {
  const verdictAt = async (author: FreshKey, signers: readonly FreshKey[], signedAt: Date, judgedAt: Date) => {
    const { body, sessionKey } = expectOk(await seal({ entity, readers: [], signer: author.key, at: signedAt }));
    const opened = expectOk(await openWithSessionKey({ body, sessionKey, signers, at: judgedAt }));
    return opened.signatures[0];
  };

  test("is 'unknown signer' where no certificate given made it", async () => {
    expect(await verdictAt(stranger, [ada, grace], at, at)).toEqual({
      verdict: "unknown-signer",
      verifiedBy: null,
      keyId: stranger.key.keyIds[0],
      signedAt: at,
    });
  });

  test("changes when the key expires: who held it stays known, when it was signed does not", async () => {
    const dayLong = await freshKey("Edsger", { createdAt: at, validSeconds: 86_400 });
    const lastSecond = new Date(addDays(at, 1).getTime() - 1000);
    expect(await verdictAt(dayLong, [dayLong], at, lastSecond)).toMatchObject({ verdict: "verified" });
    expect(await verdictAt(dayLong, [dayLong], at, addDays(at, 1))).toMatchObject({
      verdict: "expired-or-revoked-now",
      verifiedBy: { name: "Edsger" },
    });
  });

  test.each([
    { reason: openpgp.enums.reasonForRevocation.keyCompromised },
    { reason: openpgp.enums.reasonForRevocation.keySuperseded },
  ])("is 'revoked now' with reason $reason, from the revocation on", async ({ reason }) => {
    const { publicKey } = await openpgp.revokeKey({
      key: stranger.privateKey,
      reasonForRevocation: { flag: reason },
      date: addDays(at, 1),
      format: "object",
    });
    const revoked = { ...stranger, certificate: unshared(publicKey.write()) };
    expect(await verdictAt(stranger, [revoked], at, addDays(at, 2))).toMatchObject({
      verdict: "expired-or-revoked-now",
    });
    expect(await verdictAt(stranger, [stranger], at, addDays(at, 2))).toMatchObject({ verdict: "verified" });
  });

  test("stays 'verified' when the key's owner has extended it since", async () => {
    const extended = await openpgp.reformatKey({
      privateKey: stranger.privateKey,
      userIDs: [{ name: "a stranger" }],
      date: addDays(at, 10),
      format: "object",
    });
    const renewed = { ...stranger, certificate: unshared(extended.publicKey.write()) };
    expect(await verdictAt(stranger, [renewed], at, addDays(at, 20))).toMatchObject({ verdict: "verified" });
  });

  test("forgives a signer's clock one day, and not one second more", async () => {
    expect(await verdictAt(ada, [ada], addDays(at, 1), at)).toMatchObject({ verdict: "verified" });
    expect(await verdictAt(ada, [ada], new Date(addDays(at, 1).getTime() + 1000), at)).toMatchObject({
      verdict: "bad",
      verifiedBy: null,
    });
  });

  test("is found for each of two signers", async () => {
    const message = await openpgp.createMessage({ binary: entity });
    const sessionKey = newSessionKey();
    const body: unknown = await openpgp.encrypt({
      message,
      signingKeys: [ada.privateKey, stranger.privateKey],
      sessionKey: { data: sessionKey, algorithm: "aes256" },
      date: at,
      format: "binary",
    });
    const opened = expectOk(await openWithSessionKey({ body: answeredBytes(body), sessionKey, signers: [ada], at }));
    expect(opened.signatures.map(({ verdict }) => verdict).sort()).toEqual(["unknown-signer", "verified"]);
  });
});
