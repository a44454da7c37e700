import { z } from "zod";
import { parseEnvironment, type Environment } from "./parse-environment.ts";
import { databaseUrl } from "./variables.ts";

const schema = z.object({ DATABASE_URL: databaseUrl });

export type DatabaseConfig = {
  /** A PostgreSQL connection string. */
  readonly databaseUrl: string;
};

/** Where the database is, for every process that uses it. */
export function databaseConfig(environment: Environment = process.env): DatabaseConfig {
  return { databaseUrl: parseEnvironment(schema, environment).DATABASE_URL };
}
