import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/** Prisma's adapter, mended where it does not do for migrations, and the end of all connections it opened. */
export type MigrationAdapter = SqlMigrationAwareDriverAdapterFactory & { readonly close: () => Promise<void> };

/**
 * `@prisma/adapter-pg` 7.10 with three faults mended:
 * it cannot read the column type `"char"` of the catalogue (prisma/orm#27403);
 * it cuts scripts at every semicolon, in function bodies too, and runs the pieces outside a transaction;
 * given a connection string, what it calls a shadow database is the database itself.
 */
export function migrationAdapter(connectionString: string): MigrationAdapter {
  const pools: pg.Pool[] = [];

  async function connectTo(database: string): Promise<SqlDriverAdapter> {
    const pool = catalogueReadingPool(database);
    pools.push(pool);
    const adapter = await new PrismaPg(pool).connect();
    readCatalogue(adapter);
    // Without parameters PostgreSQL takes the script whole, as one transaction: all of it is done, or none.
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  }

  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connectTo(connectionString),
    async connectToShadowDb() {
      const name = `fortnight_shadow_${randomUUID()}`;
      const main = await connectTo(connectionString);
      await main.executeScript(`create database "${name}" template template0`);
      const shadow = await connectTo(withDatabase(connectionString, name));
      shadow.dispose = async () => {
        await pools.pop()?.end();
        await main.executeScript(`drop database "${name}" with (force)`);
      };
      return shadow;
    },
    async close() {
      await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
    },
  };
}

function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
}

const charTypeId = 18;
const textTypeId = 25;

/** The columns of the query under way whose type is `"char"`. */
const charColumns = new AsyncLocalStorage<Set<number>>();

/** Says to Prisma that `"char"` columns are text, for which it has a name, and to the engine that they are characters. */
function readCatalogue(adapter: SqlDriverAdapter): void {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = (query) =>
    charColumns.run(new Set(), async () => {
      const answer = await queryRaw(query);
      for (const column of charColumns.getStore() ?? []) answer.columnTypes[column] = ColumnTypeEnum.Character;
      return answer;
    });
}

/** One connection at a time, because the engine's lock belongs to a connection. */
function catalogueReadingPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0 });
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>;
  const readableQuery = async (config: pg.QueryArrayConfig) => {
    const answer = await query(config);
    // A script of several statements has several answers, of which the engine reads none.
    const fields = Array.isArray(answer) ? [] : answer.fields;
    for (const [column, field] of fields.entries()) {
      if (field.dataTypeID !== charTypeId) continue;
      field.dataTypeID = textTypeId;
      charColumns.getStore()?.add(column);
    }
    return answer;
  };
  return Object.assign(pool, { query: readableQuery });
}
