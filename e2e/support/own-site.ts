import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { chmodSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { siteFolder, siteOrigin, startWords } from "./site.ts";

/** A site under test. */
export interface Site {
  readonly origin: string;
  /** Its database, its log and, where it has a demo, `demo-keys`. */
  readonly folder: string;
  /** What it has printed and logged so far. */
  readonly log: () => string;
}

/** A site that is ended by who has started it. */
export interface OwnSite extends Site {
  /** Of the process that has started all others of the site. */
  readonly processId: number;
  readonly stop: () => Promise<void>;
}

/** `shared`: the one for all journeys. `demo`: one more with a demo of its own. `empty`: FORTNIGHT_DEMO=0. */
export type SiteKind = "shared" | "demo" | "empty";

const maximumStartMs = 180_000;

/** The site that Playwright has started for all journeys; see serve-site.ts. */
export const sharedSite: Site = { origin: siteOrigin, folder: siteFolder, log: () => logOf(siteFolder) };

/** Starts a whole `npm start` of the same build, in a folder of its own; `place` where something stands before it. */
export async function startSite(
  kind: "demo" | "empty",
  place?: { readonly port: number; readonly origin: string },
): Promise<OwnSite> {
  const folder = mkdtempSync(path.join(tmpdir(), "fortnight-e2e-own-"));
  chmodSync(folder, 0o711); // the database server's account passes through
  const port = place?.port ?? (await freePort());
  const loopback = `http://localhost:${String(port)}`;
  const origin = place?.origin ?? loopback;
  const log = openSync(path.join(folder, "site.log"), "a", 0o600);
  const child = spawn(process.execPath, [...startWords], {
    stdio: ["ignore", log, log],
    env: {
      ...process.env,
      PORT: String(port),
      FORTNIGHT_ORIGIN: origin,
      FORTNIGHT_VAR: folder,
      FORTNIGHT_DEMO: kind === "demo" ? "1" : "0",
      DATABASE_URL: "",
      NODE_OPTIONS: "",
    },
  });
  const ended = once(child, "exit");
  const giveUpAt = Date.now() + maximumStartMs;
  while (!(await answers(loopback))) {
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      child.kill("SIGTERM");
      throw new Error(`the site did not start:\n${logOf(folder)}`);
    }
    await delay(200);
  }
  return {
    origin,
    folder,
    log: () => logOf(folder),
    processId: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function logOf(folder: string): string {
  return readFileSync(path.join(folder, "site.log"), "utf8");
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`)).ok;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
