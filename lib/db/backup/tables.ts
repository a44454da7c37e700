import pg from "pg";
import { BackupRefusal } from "./backup-format.ts";

/** A table with what a COPY of it needs to know; every name is quoted already. */
export interface Table {
  readonly name: string;
  /** `select … order by …`: all its rows in the order of its primary key. */
  readonly select: string;
}

/** A connection for whom row-level security hides nothing; others would leave out rows and not notice. */
export async function connectAsSuperuser(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  const { rows } = await client.query<{ is: boolean }>(
    "select rolsuper as is from pg_roles where rolname = current_user",
  );
  if (rows[0]?.is === true) return client;
  await client.end();
  throw new BackupRefusal(
    "BACKUP_ROLE",
    "Row-level security hides rows from this role. Name a superuser of the database in DATABASE_ADMIN_URL.",
  );
}

/** All tables of the portal but the record of migrations, by name. The jobs' tables make themselves anew. */
export async function listTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; key: string | null }>(`
    select c.relname as name, (
      select string_agg(quote_ident(a.attname), ', ' order by position)
      from pg_index i cross join unnest(i.indkey) with ordinality as k (number, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'
    order by c.relname collate "C"`);
  return rows.map(({ name, key }) => ({
    name,
    select: `select * from ${pg.escapeIdentifier(name)} order by ${key ?? "1"}`,
  }));
}

export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from "_prisma_migrations" where finished_at is not null order by 1`,
  );
  return rows.map(({ name }) => name);
}
