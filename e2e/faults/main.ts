// `npm run faults`: hostile and odd input, in the numbers that are too many for `npm test`, and faults of processes,
// database, disk and network. Takes a quarter of an hour or more.
// A seed may be given, to have the same damage again: `npm run faults -- 20260302`.
import { makeGpgHome } from "#e2e/support/gpg.ts";
import { sendMutatedCertificates, sendMutatedEnvelopes } from "#e2e/support/send-mutants.ts";
import { requireTools } from "../../scripts/tools.mjs";
import { stopDatabaseUnderPages } from "./away-database.ts";
import { bodyCosts } from "./body-cost.ts";
import { bombCosts } from "./bomb-cost.ts";
import { allKeyrings } from "./debian-keyrings.ts";
import { atOwnSite, atWebAlone, visitTo } from "./hostile-site.ts";
import { judgeKeyrings } from "./judge-keyrings.ts";
import { fillDisk } from "./full-disk.ts";
import { killWebProcess } from "./killed-web.ts";
import { offerMutatedCertificates, soundCertificates } from "./mutated-certificates.ts";
import { openMutatedEnvelopes, soundEnvelopes } from "./mutated-envelopes.ts";
import { printCounts, printTally } from "./report-fault.ts";
import { restartDatabase } from "./restarted-database.ts";
import { sealToAll } from "./seal-to-all.ts";
import { holdSlowConnections } from "./slow-connections.ts";
import { endWithRequestsInFlight, fillMemory, stallWebProcess } from "./troubled-web.ts";

await requireTools();
const seed = Number(process.argv[2] ?? Math.floor(Date.now() / 1000));
const home = await makeGpgHome();

/** Each says what it does, does it, prints what it saw, and answers what was wrong. */
const trials: readonly (readonly [title: string, run: () => Promise<readonly string[]>])[] = [
  ["Every certificate that Debian ships", debianCertificates],
  [
    "10,000 damaged envelopes",
    async () => printTally("outcomes", await openMutatedEnvelopes(await soundEnvelopes(home), seed, 10_000)),
  ],
  [
    "2,000 damaged certificates",
    async () => printTally("outcomes", await offerMutatedCertificates(await soundCertificates(), seed, 2_000)),
  ],
  ["Bombs, each opened in a process of its own", () => Promise.resolve(bombCosts())],
  [
    "1,000 damaged messages sent to a site",
    async () => printTally("answers", await atOwnSite((site) => sendMutatedEnvelopes(visitTo(site, seed), 1_000))),
  ],
  [
    "200 damaged certificates sent to a site",
    async () => printTally("answers", await atOwnSite((site) => sendMutatedCertificates(visitTo(site, seed), 200))),
  ],
  ["A body of 1 GiB, sent to every address", () => atOwnSite(bodyCosts)],
  [
    "The web process killed in the middle of 200 reports, 20 times",
    () => atWebAlone((site) => killWebProcess(site, seed, 20)),
  ],
  ["PostgreSQL stopped at once under load, 5 times", () => atWebAlone((site) => restartDatabase(site, 5))],
  ["PostgreSQL stopped under a reporter's and a member's pages", () => atWebAlone(stopDatabaseUnderPages)],
  ["PostgreSQL's disk filled to the last byte", () => fillDisk("files")],
  ["The disk of PostgreSQL's write-ahead log filled", () => fillDisk("log")],
  ["The web process asked to end with 20 reports half sent", () => atWebAlone(endWithRequestsInFlight)],
  ["The web process stalled for five seconds", () => atWebAlone(stallWebProcess)],
  ["Large bodies for a web process of 256 MB", () => atWebAlone(fillMemory)],
  ["1,000 slow connections", () => atWebAlone(holdSlowConnections)],
];

async function debianCertificates(): Promise<readonly string[]> {
  const judged = await judgeKeyrings(home, allKeyrings, new Date());
  const read = await sealToAll(home, judged.usable);
  console.log(`  ${String(judged.certificates)} judged, the slowest in ${judged.slowestMs.toFixed(0)} ms`);
  console.log(`  sealed to ${String(read.keyPackets)} readers and opened by one of them, here and with gpg`);
  printCounts("the same word as gpg's", judged.agreed);
  printCounts("refused by a rule of ours", judged.stricter);
  const isSame = [read.here, read.withGpg].every((opened) => Buffer.from(opened).equals(read.sealed));
  return [...judged.disputed, ...(isSame ? [] : ["what was sealed to all opens to another text"])];
}

const faults: string[] = [];
for (const [title, run] of trials) {
  const began = performance.now();
  console.log(`\n${title}`);
  faults.push(...(await run()));
  console.log(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
await home.remove();
console.log(faults.length === 0 ? "\nNo fault." : `\n${String(faults.length)} faults:\n${faults.join("\n")}`);
process.exit(faults.length === 0 ? 0 : 1);
