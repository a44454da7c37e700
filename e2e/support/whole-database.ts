import pg from "pg";
import { inject } from "vitest";

/** Asks the test's database as the superuser, for whom row-level security does not hold. */
export async function askAsSuperuser<Row extends pg.QueryResultRow>(
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  const client = new pg.Client({ connectionString: inject("adminUrl").replace("DATABASE", database) });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

/** The names of all tables. */
export async function tableNames(): Promise<readonly string[]> {
  const rows = await askAsSuperuser<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  return rows.map(({ name }) => name);
}

/** All that a thief of the database would have: every row as text, and what stands in it as bytes decoded as text. */
export async function wholeDatabase(): Promise<string> {
  const texts: string[] = [];
  for (const table of await tableNames()) {
    const rows = await askAsSuperuser<{ row: string }>(`select row_to_json(t)::text as row from "${table}" t`);
    for (const { row } of rows) {
      const bytes = [...row.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, digits = ""]) => Buffer.from(digits, "hex"));
      texts.push(`${table} ${row}`, ...bytes.flatMap((each) => [each.toString("latin1"), each.toString("base64")]));
    }
  }
  return texts.join("\n");
}
