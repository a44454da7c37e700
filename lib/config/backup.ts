import { z } from "zod";
import { parseEnvironment, type Environment } from "./parse-environment.ts";
import { databaseUrl } from "./variables.ts";

const schema = z
  .object({
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_ADMIN_URL: databaseUrl.optional(),
    FORTNIGHT_VAR: z.string().optional(),
  })
  .refine(
    ({ DATABASE_URL, DATABASE_ADMIN_URL }) => (DATABASE_URL === undefined) === (DATABASE_ADMIN_URL === undefined),
    {
      path: ["DATABASE_ADMIN_URL"],
      error: "must be set together with DATABASE_URL: the same database, by a superuser",
    },
  );

export type BackupConfig = {
  /** Null when the embedded PostgreSQL is to be used. */
  readonly databaseUrl: string | null;
  /** The same database by a superuser, from whom row-level security hides nothing; null for the embedded one. */
  readonly databaseAdminUrl: string | null;
  /** Folder of the embedded database; null for the usual one. */
  readonly varFolder: string | null;
};

/** The settings of `npm run backup` and `npm run restore`. */
export function backupConfig(environment: Environment = process.env): BackupConfig {
  const given = parseEnvironment(schema, environment);
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    databaseAdminUrl: given.DATABASE_ADMIN_URL ?? null,
    varFolder: given.FORTNIGHT_VAR ?? null,
  };
}
