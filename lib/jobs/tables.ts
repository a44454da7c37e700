import { runMigrations } from "graphile-worker";

/**
 * Makes or updates the tables of graphile-worker, in a schema of their own. Needed before anything asks for a job.
 *
 * @param connectionString - Of the role that the portal uses, which owns them.
 */
export async function makeJobTables(connectionString: string): Promise<void> {
  await runMigrations({ connectionString });
}
