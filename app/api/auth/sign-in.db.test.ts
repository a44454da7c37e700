import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  answerChallenge,
  challengeOf,
  isSignedIn,
  openBrowser,
  signedInBrowser,
  type RouteBrowser,
} from "#e2e/support/browser-of-routes.ts";
import { freshAddress, jsonRequest, problemOf } from "#e2e/support/api-request.ts";
import { freshDatabase } from "#e2e/support/database.ts";
import { makeGpgHome, type GpgHome } from "#e2e/support/gpg.ts";
import { houseFurnishedAt, smallHouse, type SmallHouse } from "#e2e/support/small-house.ts";
import { enrol } from "#e2e/support/two-reports.ts";
import { wholeDatabase } from "#e2e/support/whole-database.ts";
import { addDays, minuteMs } from "#lib/base/instant.ts";
import { expectOk } from "#lib/base/result.ts";
import { challengeLifetimeMs } from "#lib/pgp/challenge.ts";
import { enrolMember, removeMember } from "#lib/workflow/enrol.ts";
import { demoPassphrase, type DemoKey } from "#prisma/seed/demo-key.ts";
import { unlockDemoKey, unwatched } from "#prisma/seed/demo-vault.ts";
import { POST as askForChallenge } from "../v1/challenge/route.ts";

const now = addDays(houseFurnishedAt, 1);
let house: SmallHouse;
let home: GpgHome;

beforeAll(async () => {
  await freshDatabase();
  house = await smallHouse();
  home = await makeGpgHome();
  vi.useFakeTimers({ toFake: ["Date"], now }); // the routes read the clock
});

beforeEach(() => {
  vi.setSystemTime(now);
});

afterAll(async () => {
  vi.useRealTimers();
  await home.remove();
});

async function signedInVault(key: DemoKey, text: string): Promise<string> {
  const fingerprint = await unlockDemoKey(house.vault, key);
  return expectOk(await house.vault.signText({ fingerprint, text, at: new Date() }, unwatched));
}

/** Signs in with a key, as whose the challenge was asked for; changes what is signed, or where it is handed in. */
async function tryWith(
  key: DemoKey,
  {
    fingerprint = key.fingerprint,
    change = (text: string) => text,
    elsewhere,
  }: { fingerprint?: string; change?: (text: string) => string; elsewhere?: RouteBrowser } = {},
): Promise<string | undefined> {
  const browser = openBrowser();
  const { challenge, proof } = await challengeOf(browser, fingerprint);
  return answerChallenge(elsewhere ?? browser, { signed: await signedInVault(key, change(challenge)), proof });
}

/** `2026-11-03T08:00:00Z` as gpg's option for a clock that stands still. */
function clock(at: Date): readonly string[] {
  return ["--faked-system-time", `${at.toISOString().replace(/[-:]|\.\d+Z$/g, "")}!`];
}

describe("a member signs in", () => {
  test("with a key in the browser", async () => {
    const browser = await signedInBrowser(house.vault, house.dora);
    expect(await isSignedIn(browser)).toBe(true);
    expect(await isSignedIn(openBrowser())).toBe(false);
  });

  test("with gpg --clearsign in a terminal, whatever is pasted around it", async () => {
    const unlock = [...clock(now), "--passphrase", demoPassphrase];
    await home.output([...unlock, "--import"], house.uma.key.lockedKey);
    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, house.uma.key.fingerprint);
    const signed = await home.output([...unlock, "--clearsign"], `${challenge}\n`);
    expect(await answerChallenge(browser, { signed: `$ gpg --clearsign\n${signed.toString()}\n$ `, proof })).toBe(
      undefined,
    );
    expect(await isSignedIn(browser)).toBe(true);
  });

  test("until the last second of the challenge's five minutes", async () => {
    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, house.dora.key.fingerprint);
    const signed = await signedInVault(house.dora.key, challenge);
    vi.setSystemTime(now.getTime() + challengeLifetimeMs - 1);
    expect(await answerChallenge(browser, { signed, proof })).toBeUndefined();
  });
});

describe("nobody is signed in by", () => {
  test("an answer that has been used", async () => {
    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, house.dora.key.fingerprint);
    const signed = await signedInVault(house.dora.key, challenge);
    expect(await answerChallenge(browser, { signed, proof })).toBeUndefined();
    expect(await answerChallenge(browser, { signed, proof })).toBe("SIGN_IN_REPLAYED");
  });

  test("an answer in another browser than the challenge's", async () => {
    expect(await tryWith(house.dora.key, { elsewhere: openBrowser() })).toBe("SIGN_IN_REPLAYED");
    const other = openBrowser();
    await challengeOf(other, house.dora.key.fingerprint);
    expect(await tryWith(house.dora.key, { elsewhere: other })).toBe("SIGN_IN_REPLAYED");
  });

  test("another site's challenge, signed for that site", async () => {
    const change = (text: string) => text.replace("http://localhost:3000", "https://evil.example");
    expect(await tryWith(house.dora.key, { change })).toBe("SIGN_IN_OTHER_SITE");
  });

  test("another text", async () => {
    expect(await tryWith(house.dora.key, { change: () => "I agree to everything." })).toBe("SIGN_IN_OTHER_TEXT");
    const change = (text: string) => text.replace(/^Nonce: .*$/m, "Nonce: 00000000000000000000000000000000");
    expect(await tryWith(house.dora.key, { change })).toBe("SIGN_IN_OTHER_TEXT");
  });

  test("a challenge whose time is over", async () => {
    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, house.dora.key.fingerprint);
    const signed = await signedInVault(house.dora.key, challenge);
    vi.setSystemTime(now.getTime() + challengeLifetimeMs);
    expect(await answerChallenge(browser, { signed, proof })).toBe("SIGN_IN_EXPIRED");
  });

  test("a signature of another time", async () => {
    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, house.dora.key.fingerprint);
    vi.setSystemTime(now.getTime() + 10 * minuteMs);
    const signed = await signedInVault(house.dora.key, challenge);
    vi.setSystemTime(now.getTime() + minuteMs);
    expect(await answerChallenge(browser, { signed, proof })).toBe("SIGN_IN_CLOCK");
  });

  test("another member's key", async () => {
    const { fingerprint } = house.dora.key;
    expect(await tryWith(house.uma.key, { fingerprint })).toBe("SIGN_IN_KEY_UNKNOWN");
  });

  test("a key that is looked at in the place of one that nobody has", async () => {
    for (const { key } of [house.ada, house.dora, house.flora]) {
      const next = BigInt(`0x${key.fingerprint}`);
      for (const nobodys of [next - 1n, next + 1n]) {
        const fingerprint = nobodys.toString(16).toUpperCase().padStart(key.fingerprint.length, "0");
        expect(await tryWith(key, { fingerprint })).toBe("SIGN_IN_KEY_UNKNOWN");
      }
    }
    expect(await tryWith(house.dora.key, { fingerprint: "F".repeat(40) })).toBe("SIGN_IN_KEY_UNKNOWN");
  });

  test("a key whose certificate has expired, not even by a signature that is dated back", async () => {
    const expired = addDays(houseFurnishedAt, 41);
    vi.setSystemTime(expired);
    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, house.uma.key.fingerprint);
    vi.setSystemTime(addDays(houseFurnishedAt, 39));
    const signed = await signedInVault(house.uma.key, challenge);
    vi.setSystemTime(expired);
    expect(await answerChallenge(browser, { signed, proof })).toBe("SIGN_IN_KEY_EXPIRED");
    expect(await tryWith(house.dora.key)).toBeUndefined();
  });

  test("a signature that rests on SHA-1", async () => {
    const at = clock(now);
    await home.output([
      ...at,
      "--passphrase",
      "",
      "--quick-generate-key",
      "Sha <sha@example.org>",
      "rsa2048",
      "cert,sign",
    ]);
    const listing = (await home.output(["--list-keys", "--with-colons", "sha@example.org"])).toString();
    const fingerprint = /^fpr:{9}([0-9A-F]{40}):/m.exec(listing)?.[1] ?? "";
    await home.output([...at, "--passphrase", "", "--quick-add-key", fingerprint, "cv25519", "encr"]);
    const certificate = await home.exportCertificate(fingerprint);
    const { organisationId } = house.dora.actor;
    const person = { organisationId, name: "Sha", address: null, isCoordinator: false, listIds: [], certificate };
    expectOk(await enrolMember(house.ada.actor, person, now));

    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, fingerprint);
    const sign = [...at, "--local-user", fingerprint, "--clearsign"];
    const weak = (await home.output([...sign, "--digest-algo", "SHA1"], challenge)).toString();
    expect(await answerChallenge(browser, { signed: weak, proof })).toBe("SIGN_IN_WEAK_HASH");
    const strong = (await home.output(sign, challenge)).toString();
    expect(await answerChallenge(browser, { signed: strong, proof })).toBeUndefined();
  });

  test("something that is not signed, and a proof that is not ours", async () => {
    const browser = openBrowser();
    const { challenge, proof } = await challengeOf(browser, house.dora.key.fingerprint);
    expect(await answerChallenge(browser, { signed: challenge, proof })).toBe("SIGN_IN_BAD_SIGNATURE");
    const signed = await signedInVault(house.dora.key, challenge);
    for (const forged of ["", "x", `${proof}0`, proof.replace(/.$/, (last) => (last === "0" ? "1" : "0"))])
      expect(await answerChallenge(browser, { signed, proof: forged }), forged).toBe("SIGN_IN_REFUSED");
  });

  test("a member who was removed, whose answer is a stranger's", async () => {
    const [rolf] = await enrol(house, [{ firstName: "Rolf", listNames: ["distros"] }], now);
    if (rolf === undefined) throw new Error("Rolf was not enrolled");
    const browser = await signedInBrowser(house.vault, rolf);
    expect(await isSignedIn(browser)).toBe(true);
    expectOk(await removeMember(house.ada.actor, rolf.actor.memberId, now));
    expect(await isSignedIn(browser)).toBe(false);
    expect(await tryWith(rolf.key)).toBe("SIGN_IN_KEY_UNKNOWN");
  });
});

describe("a challenge", () => {
  test("for a fingerprint that nobody has looks like any other, and writes nothing", async () => {
    const before = await wholeDatabase();
    const shape = (text: string) => text.replaceAll(/[0-9A-Fa-f]/g, "x");
    const known = await challengeOf(openBrowser(), house.dora.key.fingerprint);
    const unknown = await challengeOf(openBrowser(), "0123456789ABCDEF0123456789ABCDEF01234567");
    expect(shape(unknown.challenge)).toBe(shape(known.challenge));
    expect(unknown.proof.length).toBe(known.proof.length);
    expect(unknown.expiresAt).toEqual(known.expiresAt);
    expect(withoutCounters(await wholeDatabase())).toBe(withoutCounters(before));
  });

  test.each(["ABCD", "", "Z".repeat(40), "A".repeat(81)])(
    "is given for a fingerprint, not for %j",
    async (fingerprint) => {
      const response = await askForChallenge(jsonRequest("/api/v1/challenge", "POST", { fingerprint }));
      expect(await problemOf(response)).toMatchObject({ code: "MALFORMED_REQUEST", facts: { part: "fingerprint" } });
    },
  );

  test("is given for a fingerprint as people write it", async () => {
    const fingerprint = `0x${house.dora.key.fingerprint.toLowerCase().replaceAll(/(....)/g, "$1 ")}`;
    const { challenge } = await challengeOf(openBrowser(), fingerprint);
    expect(challenge).toContain(house.dora.key.fingerprint);
  });

  test("is given 120 times in ten minutes to one address", async () => {
    const address = freshAddress();
    const ask = () =>
      askForChallenge(jsonRequest("/api/v1/challenge", "POST", { fingerprint: "A".repeat(40) }, { address }));
    for (let times = 0; times < 120; times += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await problemOf(refused)).toMatchObject({ code: "TOO_MANY_REQUESTS" });
  });
});

test("many wrong answers from an address are slowed down, and a right one is let in all the same", async () => {
  const browser = openBrowser();
  const wrong = async () => {
    const { challenge, proof } = await challengeOf(browser, house.dora.key.fingerprint);
    return answerChallenge(browser, { signed: challenge, proof });
  };
  for (let times = 0; times < 20; times += 1) expect(await wrong()).toBe("SIGN_IN_BAD_SIGNATURE");
  expect(await wrong()).toBe("TOO_MANY_REQUESTS");

  const { challenge, proof } = await challengeOf(browser, house.dora.key.fingerprint);
  expect(await answerChallenge(browser, { signed: await signedInVault(house.dora.key, challenge), proof })).toBe(
    undefined,
  );
});

function withoutCounters(dump: string): string {
  return dump
    .split("\n")
    .filter((line) => !line.startsWith("rate_limit "))
    .join("\n");
}
