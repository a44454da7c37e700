// Sealing a report to ever more readers, in Node.js and in a browser, against what gpg and sq take with the same
// certificates. All in one run, in turn, so that the machine is the same for each.
import { utf8 } from "#lib/base/bytes.ts";
import { expectOk } from "#lib/base/result.ts";
import { makeGpgHome, runTool, type GpgHome } from "#e2e/support/gpg.ts";
import { startWebAlone } from "#e2e/support/web-alone.ts";
import { createCertificateCache } from "#lib/pgp/certificate-cache.ts";
import { sealUnsigned } from "#lib/pgp/seal.ts";
import { shareOf } from "./measure.ts";
import { mixedCertificates, type MixedCertificate } from "./mixed-certificates.ts";
import { openPageVault, type PageVault } from "./page-vault.ts";

const counts = [10, 50, 100, 500];
const rounds = 5;
const entityBytes = 10 * 1024;
/** With so many readers, a browser that has the roster is to be no slower than gpg. */
const comparedCount = 100;
/** So long the page's own thread may be busy at a stretch. */
const barMs = 50;

const at = new Date();
const entity = utf8("Content-Type: text/plain\r\n\r\n".padEnd(entityBytes, "An overflow in libmarrow.\r\n"));
const ways = [
  "Node.js, first time",
  "Node.js, roster parsed",
  "Chromium's worker, first time",
  "Chromium's worker, roster parsed",
  "gpg --encrypt",
  "sq encrypt",
] as const;

type Way = (typeof ways)[number];
type Round = Readonly<Record<Way, number>> & { readonly blockedMs: number };

/** Measures and prints. */
export async function benchSealing(): Promise<void> {
  const certificates = await mixedCertificates(Math.max(...counts), at);
  const home = await makeGpgHome();
  const site = await startWebAlone();
  try {
    await home.output(["--import"], Buffer.concat(certificates.map(({ certificate }) => certificate)));
    await site.startWeb();
    const vault = await openPageVault(site.origin);
    const medians = new Map<number, Round>();
    for (const count of counts) medians.set(count, await medianRound(certificates.slice(0, count), home, vault));
    await vault.close();
    print(medians);
  } finally {
    await site.stop();
    await home.remove();
  }
}

async function medianRound(readers: readonly MixedCertificate[], home: GpgHome, vault: PageVault): Promise<Round> {
  const ring = await home.file("readers.pgp", Buffer.concat(readers.map(({ certificate }) => certificate)));
  const all: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [here, inPage] = [await inNode(readers), await inBrowser(readers, vault)];
    const recipients = readers.flatMap(({ fingerprint }) => ["-r", fingerprint]);
    const gpg = await msOf(() => home.output(["--compress-algo", "none", ...recipients, "--encrypt"], entity));
    const sq = await msOf(async () => {
      const { status, stderr } = await runTool("sq", ["encrypt", "--binary", "--recipient-cert", ring], {
        input: entity,
      });
      if (status !== 0) throw new Error(stderr);
    });
    all.push({ ...here, ...inPage, "gpg --encrypt": gpg, "sq encrypt": sq });
  }
  const medians = Object.fromEntries(
    ways.map((way) => [
      way,
      shareOf(
        all.map((each) => each[way]),
        0.5,
      ),
    ]),
  );
  return { ...(medians as Record<Way, number>), blockedMs: Math.max(...all.map(({ blockedMs }) => blockedMs)) };
}

async function inNode(readers: readonly MixedCertificate[]) {
  const cache = createCertificateCache();
  const seal = () => msOf(async () => expectOk(await sealUnsigned({ entity, readers, at, cache })));
  return { "Node.js, first time": await seal(), "Node.js, roster parsed": await seal() };
}

async function inBrowser(readers: readonly MixedCertificate[], vault: PageVault) {
  const request = { envelopeId: null, entity, attachments: [], readers, signer: null, at };
  await vault.renew();
  const [first, parsed] = [await vault.ask("seal", request), await vault.ask("seal", request)];
  for (const { answer } of [first, parsed])
    if (expectOk(answer).keyPackets.length !== readers.length) throw new Error("sealed to some readers only");
  return {
    "Chromium's worker, first time": first.ms,
    "Chromium's worker, roster parsed": parsed.ms,
    blockedMs: Math.max(first.blockedMs, parsed.blockedMs),
  };
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function print(medians: ReadonlyMap<number, Round>): void {
  console.log(
    `\nsealing ${String(entityBytes / 1024)} KiB to readers of mixed kinds, ms, medians of ${String(rounds)}`,
  );
  console.table(
    Object.fromEntries(
      ways.map((way) => [
        way,
        Object.fromEntries([...medians].map(([count, round]) => [`${String(count)} readers`, Math.round(round[way])])),
      ]),
    ),
  );
  const compared = medians.get(comparedCount);
  if (compared === undefined) return;
  for (const way of ["Node.js, roster parsed", "Chromium's worker, roster parsed"] as const) {
    const ratio = (compared[way] / compared["gpg --encrypt"]).toFixed(2);
    console.log(`${way}, ${String(comparedCount)} readers: ${ratio} times what gpg takes (bar 1)`);
  }
  const blockedMs = Math.max(...[...medians.values()].map(({ blockedMs }) => blockedMs));
  const blocked = blockedMs === 0 ? `never over ${String(barMs)} ms` : `${blockedMs.toFixed(0)} ms at most`;
  console.log(`the page's own thread was busy at a stretch: ${blocked} (bar ${String(barMs)} ms)`);
}
