// A whole `npm start`, and beside it a second web process and a second worker on the same database; a proxy in front
// sends each request to the other web process in turn. Takes the settings of `npm start`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { listenOn } from "#lib/front/listen.ts";
import { firstFreePort } from "#lib/db/free-port.ts";
import { visitDatabase } from "../../scripts/site-database.mjs";
import { startProcesses } from "../../scripts/site-processes.mjs";
import { keptSecret } from "../../scripts/site-secrets.mjs";
import { createRoundRobin } from "./round-robin.ts";

const { PORT, FORTNIGHT_ORIGIN: origin = "", FORTNIGHT_VAR: folder = "" } = process.env;
const [onePort, otherPort] = [await firstFreePort(), await firstFreePort()];
const environment = { ...process.env, FORTNIGHT_TRUSTED_PROXY: "1" };

const start = path.resolve(import.meta.dirname, "../../scripts/start.mjs");
const one = spawn(process.execPath, [start], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...environment, PORT: String(onePort) },
});
const oneEnded = once(one, "exit");
let isEnding = false;
void oneEnded.then(() => process.exit(isEnding ? 0 : 1));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => one.kill("SIGTERM"));
while (!(await answers(onePort))) await delay(200);

const databaseUrl = (await visitDatabase(null, folder, ({ url }: { readonly url: string }) => url)) as string;
const other = startProcesses({
  ...environment,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: databaseUrl,
  FORTNIGHT_SECRET: keptSecret(folder),
  NEXTAUTH_URL: origin,
  PORT: String(otherPort),
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.removeAllListeners(signal);
  process.on(signal, () => void end());
}
void other.failed.then(() => end());
await other.listening;

const proxies = ["127.0.0.1", "::1"].map((address) => [address, createRoundRobin([onePort, otherPort])] as const);
await listenOn(new Map(proxies), Number(PORT));

/** The second of each first: the database goes with the others. */
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  for (const [, proxy] of proxies) proxy.close();
  await other.end();
  one.kill("SIGTERM");
  await oneEnded;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${String(port)}/healthz`)).ok;
  } catch {
    return false;
  }
}
