import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { isAlive } from "#lib/db/server-process.ts";
import { firstFreePort } from "#lib/db/free-port.ts";
import { buildSite, isBuilt } from "../../scripts/build.mjs";
import { openDatabase } from "../../scripts/site-database.mjs";
import { furnish } from "../../scripts/site-processes.mjs";

/** A web process that answers requests. */
export interface Web {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<unknown>;
}

/** What scripts/site-database.mjs opens. */
interface OpenDatabase {
  readonly url: string;
  readonly adminUrl: string | null;
  readonly keep: () => void;
  readonly end: () => Promise<void>;
}

/**
 * A site with a demo whose web process and database are started and ended each by itself: under `npm start` the one does
 * not outlive the other.
 */
export interface WebAlone {
  readonly origin: string;
  /** Of the database, as the superuser. */
  readonly adminUrl: string;
  /** As a site's: its database, its log and `demo-keys`. */
  readonly folder: string;
  readonly log: () => string;
  /** Starts a web process, with flags for Node.js, and waits until it listens. */
  readonly startWeb: (flags?: readonly string[]) => Promise<Web>;
  /** Ends the database as a power cut does: at once, with all that is under way. */
  readonly killDatabase: () => Promise<void>;
  /** Answers once it accepts connections. */
  readonly serveDatabase: () => Promise<void>;
  /** From now on a database that ends by itself is served again, as `npm start` does it. */
  readonly keepDatabase: () => void;
  /** Asks the database as the superuser. */
  readonly ask: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  /** Ends all that runs, does what is left to do with the folder, and removes it. */
  readonly stop: (leave?: () => void) => Promise<void>;
}

/** @param prepare - Is given the folder that the database's will be in, before there is one. */
export async function startWebAlone(prepare: (folder: string) => void = () => undefined): Promise<WebAlone> {
  if (!isBuilt()) buildSite();
  const folder = mkdtempSync(path.join(tmpdir(), "fortnight-faults-"));
  chmodSync(folder, 0o711); // the database server's account passes through
  const databaseFolder = path.join(folder, "postgres");
  mkdirSync(databaseFolder);
  prepare(databaseFolder);
  const database: OpenDatabase = await openDatabase(null, folder);
  const adminUrl = database.adminUrl ?? "";
  const port = await firstFreePort();
  const origin = `http://localhost:${String(port)}`;
  const own = { DATABASE_URL: database.url, FORTNIGHT_ORIGIN: origin, NEXTAUTH_URL: origin, PORT: String(port) };
  const environment = siteEnvironment({ ...own, FORTNIGHT_VAR: folder });
  if (!furnish(environment)) throw new Error("the database could not be furnished");
  const logFile = path.join(folder, "site.log");
  const running = new Set<ChildProcess>();

  return {
    origin,
    folder,
    log: () => readFileSync(logFile, "utf8"),
    startWeb: (flags = []) => startWeb(flags, { environment, logFile, running }),
    async killDatabase() {
      const pid = Number(readFileSync(path.join(databaseFolder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, "SIGQUIT");
      while (isAlive(pid)) await delay(5);
    },
    async serveDatabase() {
      await openDatabase(null, folder);
    },
    adminUrl,
    keepDatabase: database.keep,
    ask: (sql) => ask(adminUrl, sql),
    async stop(leave = () => undefined) {
      for (const child of running) child.kill("SIGKILL");
      await database.end();
      leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function siteEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NODE_OPTIONS: "",
    NEXT_TELEMETRY_DISABLED: "1",
    FORTNIGHT_DEMO: "1",
    FORTNIGHT_SECRET: crypto.randomUUID() + crypto.randomUUID(),
    ...own,
  };
}

interface WebStart {
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly running: Set<ChildProcess>;
}

async function startWeb(flags: readonly string[], { environment, logFile, running }: WebStart): Promise<Web> {
  const log = openSync(logFile, "a", 0o600);
  const main = path.resolve(import.meta.dirname, "../../lib/front/main.ts");
  const child = spawn(process.execPath, [...flags, main], { env: environment, stdio: ["ignore", log, log, "ipc"] });
  running.add(child);
  const ended = once(child, "exit").then(() => running.delete(child));
  const word = await Promise.race([once(child, "message"), ended]);
  if (word === true) throw new Error(`the web process did not start:\n${readFileSync(logFile, "utf8")}`);
  return { pid: child.pid ?? 0, ended, kill: (signal) => child.kill(signal) };
}

async function ask(adminUrl: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
