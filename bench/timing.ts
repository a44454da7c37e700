// How long the site takes to say no: whether that tells what does not exist from what is only wrong.
import path from "node:path";
import { demoPeople } from "#e2e/support/demo-people.ts";
import { makeGpgHome, type GpgHome } from "#e2e/support/gpg.ts";
import { startSite, type OwnSite } from "#e2e/support/own-site.ts";
import { expectOk } from "#lib/base/result.ts";
import { deriveReceipt, parseReceipt } from "#lib/pgp/receipt.ts";
import { buildSite, isBuilt } from "../scripts/build.mjs";
import { askForSignIn, type WaitingSignIn } from "./sign-in-request.ts";
import { timed, type TimedRequest } from "./timed-request.ts";
import { momentsOf, welchT } from "./welch.ts";

const samples = 5_000;
const warmUps = 200;
/** Above it the two are told apart (as in dudect). */
const threshold = 4.5;

/** Two kinds of the same request, made anew for each sample. */
interface Pair {
  readonly what: string;
  readonly unknown: () => TimedRequest | Promise<TimedRequest>;
  readonly wrong: () => TimedRequest | Promise<TimedRequest>;
}

/** Measures each pair and prints a table; the command fails where one is told apart. */
export async function benchTiming(): Promise<void> {
  if (!isBuilt()) buildSite();
  const site = await startSite("demo");
  const home = await makeGpgHome();
  try {
    const rows: object[] = [];
    for (const pair of await pairsAt(site, home)) {
      const [unknown, wrong] = await timesOf(pair);
      const t = welchT(unknown, wrong);
      if (Math.abs(t) >= threshold) process.exitCode = 1;
      rows.push({ what: pair.what, "unknown ms": meanText(unknown), "wrong ms": meanText(wrong), t: t.toFixed(2) });
    }
    console.log(
      `\nsaying no, 2 x ${samples.toLocaleString("en")} samples each; told apart from t = ${String(threshold)} on`,
    );
    console.table(rows);
  } finally {
    await home.remove();
    await site.stop();
  }
}

/** Takes turns, in an order that chance gives, so that whatever else the machine does meets both alike. */
async function timesOf({ unknown, wrong }: Pair): Promise<readonly [number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -warmUps; round < samples; round += 1) {
    for (const kind of Math.random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const)) {
      const ms = await timed(await (kind === 0 ? unknown() : wrong()));
      if (round >= 0) times[kind].push(ms);
    }
  }
  return times;
}

async function pairsAt(site: OwnSite, home: GpgHome): Promise<readonly Pair[]> {
  const people = demoPeople(path.join(site.folder, "demo-keys"));
  const { fingerprint } = people.named("Dora");
  const unknownFingerprint = before(fingerprint);
  const [receipt] = people.receipts;
  const { lookupId } = await deriveReceipt(expectOk(parseReceipt(receipt?.receipt ?? "")));
  const stranger = await home.makeKey("stranger@example.org", "cv25519");
  const signIn = (of: string) => {
    let waiting: WaitingSignIn | null = null;
    return async () => {
      if (waiting === null || waiting.isOld())
        waiting = await askForSignIn(site.origin, of, (text) => clearSign(home, stranger, text));
      return waiting.answer;
    };
  };
  return [
    {
      what: "a receipt: unknown, or with a wrong secret",
      unknown: () => receiptRequest(site, hexDigits(32)),
      wrong: () => receiptRequest(site, lookupId),
    },
    {
      what: "a sign-in: as nobody, or with a wrong key",
      unknown: signIn(unknownFingerprint),
      wrong: signIn(fingerprint),
    },
    {
      what: "a challenge: for nobody, or for a member",
      unknown: () => challengeRequest(site, unknownFingerprint),
      wrong: () => challengeRequest(site, fingerprint),
    },
  ];
}

/** The one before it, which nobody has: where nobody is found, the next member's certificate is looked at instead. */
function before(fingerprint: string): string {
  return (BigInt(`0x${fingerprint}`) - 1n).toString(16).toUpperCase().padStart(fingerprint.length, "0");
}

async function clearSign(home: GpgHome, fingerprint: string, text: string): Promise<string> {
  return (await home.output(["--local-user", fingerprint, "--clearsign"], text)).toString();
}

function hexDigits(count: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(count / 2))).toString("hex");
}

function receiptRequest({ origin }: OwnSite, lookupId: string): TimedRequest {
  return {
    address: `${origin}/api/v1/receipt`,
    headers: { authorization: `Receipt ${lookupId}.${hexDigits(64)}` },
    expected: 404,
  };
}

function challengeRequest({ origin }: OwnSite, fingerprint: string): TimedRequest {
  const headers = { origin, "content-type": "application/json" };
  return { address: `${origin}/api/v1/challenge`, headers, body: JSON.stringify({ fingerprint }), expected: 200 };
}

function meanText(times: readonly number[]): string {
  return momentsOf(times).mean.toFixed(3);
}
