import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { accessTo, changeAccess, serverEnvironment, type Cluster } from "./cluster.ts";
import { firstFreePort, isFree } from "./free-port.ts";

export type Durability = "lasting" | "scratch";

const maximumStartMs = 30_000;
const maximumStopMs = 20_000;

/** A connection string for the superuser `postgres`, for making roles and databases and nothing else. */
export function adminUrl(cluster: Cluster, database: string): string {
  const { adminPassword, port } = accessTo(cluster);
  return `postgresql://postgres:${adminPassword}@127.0.0.1:${String(port)}/${database}`;
}

/** Whether a server runs on these very files, such as one whose starter was killed. */
export async function isServed(cluster: Cluster): Promise<boolean> {
  if (serverPid(cluster) === null) return false;

  const client = new pg.Client({ connectionString: adminUrl(cluster, "postgres"), connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined); // the query that follows reports it
  try {
    await client.connect();
    const answer = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return answer.rows[0]?.folder === cluster.filesFolder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether its process is there, whatever it answers. */
export function isRunning(cluster: Cluster): boolean {
  return serverPid(cluster) !== null;
}

/** Starts the server on the cluster's files, on its last port where that is free. */
export async function serve(cluster: Cluster, durability: Durability): Promise<void> {
  const access = accessTo(cluster);
  if (!(await isFree(access.port))) changeAccess(cluster, { ...access, port: await firstFreePort() });

  const log = openSync(logFile(cluster), "a", 0o600);
  const server = spawn(cluster.programs.postgres, serverArguments(cluster, durability), {
    ...cluster.account,
    cwd: cluster.filesFolder,
    env: serverEnvironment,
    detached: true, // Ctrl-C is for us; the server is stopped when everybody has finished with it
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  await accepted(cluster, server);
  server.unref();
}

/** Ends all connections, writes everything to disk and stops the server. */
export async function stopServing(cluster: Cluster): Promise<void> {
  const pid = serverPid(cluster);
  if (pid === null) return;

  process.kill(pid, "SIGINT"); // PostgreSQL's fast shutdown
  const giveUpAt = performance.now() + maximumStopMs;
  while (isAlive(pid)) {
    if (performance.now() > giveUpAt) process.kill(pid, "SIGQUIT"); // as after a power cut: nothing written is lost
    await delay(10);
  }
}

function logFile(cluster: Cluster): string {
  return path.join(cluster.folder, "server.log");
}

function serverArguments(cluster: Cluster, durability: Durability): readonly string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(accessTo(cluster).port),
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: "100",
    // Errors of statements tell values (a duplicate address, say), and statements hold tokens: both are for the asker
    // alone. What the server tells of itself is kept.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    log_timezone: "UTC",
    timezone: "UTC",
    idle_in_transaction_session_timeout: "60s",
    ...(durability === "scratch" && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return [
    "-D",
    cluster.filesFolder,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

async function accepted(cluster: Cluster, server: ChildProcess): Promise<void> {
  const giveUpAt = performance.now() + maximumStartMs;
  while (!(await isServed(cluster))) {
    if (server.exitCode !== null || server.signalCode !== null || performance.now() > giveUpAt) {
      throw new Error(`the database server did not start:\n${lastLines(logFile(cluster))}`);
    }
    await delay(20);
  }
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n");
}

function serverPid(cluster: Cluster): number | null {
  const file = path.join(cluster.filesFolder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return pid > 0 && isAlive(pid) ? pid : null;
}

/** Whether a process of this id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
