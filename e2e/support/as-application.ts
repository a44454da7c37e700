import pg from "pg";
import type { Actor } from "#lib/access/actor.ts";

/** The test's database, asked straight, as the role that the portal uses: what holds here PostgreSQL alone upholds. */
export interface AsApplication {
  readonly count: (actor: Actor, from: string) => Promise<number>;
  /** What PostgreSQL says of a statement, which is undone: how many rows it wrote, or the SQLSTATE of its refusal. */
  readonly write: (actor: Actor, sql: string) => Promise<number | string>;
  readonly close: () => Promise<void>;
}

export async function asApplication(): Promise<AsApplication> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();

  async function undone(actor: Actor, sql: string): Promise<pg.QueryResult<{ rows?: number }> | undefined> {
    try {
      // Several statements at once, so that hundreds of questions do not take minutes. All answer, the last is ours.
      const answers: unknown = await client.query(`begin; ${claimsSql(actor)}; ${sql}`);
      return (answers as readonly pg.QueryResult<{ rows?: number }>[]).at(-1);
    } finally {
      await client.query("rollback");
    }
  }

  return {
    count: async (actor, from) =>
      (await undone(actor, `select count(*)::int as rows from ${from}`))?.rows[0]?.rows ?? -1,
    async write(actor, sql) {
      try {
        return (await undone(actor, sql))?.rowCount ?? -1;
      } catch (error) {
        if (error instanceof pg.DatabaseError) return error.code ?? "";
        throw error;
      }
    },
    close: () => client.end(),
  };
}

/** As lib/db/claims.ts says who asks. */
function claimsSql(actor: Actor): string {
  const memberId = "memberId" in actor ? actor.memberId : "";
  const reportId = "reportId" in actor ? actor.reportId : "";
  return `select fortnight_claim(${[actor.kind, memberId, reportId].map(pg.escapeLiteral).join(", ")})`;
}

/** A statement that adds a row to a table, column by column as PostgreSQL prints it in JSON. */
export function insertSql(table: string, row: Readonly<Record<string, unknown>>): string {
  const json = pg.escapeLiteral(JSON.stringify(row));
  return `insert into "${table}" select * from jsonb_populate_record(null::"${table}", ${json}::jsonb)`;
}
