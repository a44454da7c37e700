import pg from "pg";
import type { EmbeddedDatabase } from "./embedded-database.ts";

/**
 * Makes the role `fortnight` and a database that it owns, where they are missing. The role is no superuser:
 * row-level security would not hold for one.
 *
 * @param template - An existing database to copy.
 */
export async function makeDatabase(
  server: Pick<EmbeddedDatabase, "adminUrl" | "url">,
  database: string,
  template = "template0",
): Promise<void> {
  const { password } = new URL(server.url(database));
  await withClient(server.adminUrl("postgres"), async (client) => {
    const roles = await client.query("select from pg_roles where rolname = 'fortnight'");
    const plain = "login nosuperuser nocreatedb nocreaterole nobypassrls noreplication";
    if (roles.rowCount === 0) await client.query(`create role fortnight ${plain} password '${password}'`);

    const databases = await client.query("select from pg_database where datname = $1", [database]);
    if (databases.rowCount !== 0) return;
    const [name, source] = [pg.escapeIdentifier(database), pg.escapeIdentifier(template)];
    await client.query(`create database ${name} owner fortnight template ${source}`);
    await client.query(`revoke all on database ${name} from public`);
  });
}

/** Why the role of this connection must not be used, or null: row-level security does not hold for every role. */
export async function roleRefusal(connectionString: string): Promise<string | null> {
  return withClient(connectionString, async (client) => {
    const answer = await client.query<{ name: string; refused: boolean }>(
      "select rolname as name, rolsuper or rolbypassrls as refused from pg_roles where rolname = current_user",
    );
    const role = answer.rows[0];
    if (role?.refused !== true) return null;
    return `The database role "${role.name}" is a superuser or bypasses row-level security. Make a plain role that owns the database, and name it in DATABASE_URL.`;
  });
}

async function withClient<Value>(connectionString: string, use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
