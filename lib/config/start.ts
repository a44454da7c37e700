import { z } from "zod";
import { parseEnvironment, type Environment } from "./parse-environment.ts";
import { databaseUrl, origin, port, secret, yesOrNo } from "./variables.ts";

const schema = z.object({
  DATABASE_URL: databaseUrl.optional(),
  PORT: port,
  FORTNIGHT_ORIGIN: origin.optional(),
  FORTNIGHT_SECRET: secret.optional(),
  FORTNIGHT_DEMO: yesOrNo.default(true),
  FORTNIGHT_VAR: z.string().optional(),
});

export type StartConfig = {
  /** Null when the embedded PostgreSQL is to be used. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly origin: string;
  /** Null when one is to be made and kept. */
  readonly secret: string | null;
  readonly isDemo: boolean;
  /** Folder for what a site keeps outside its database: the secret, and the embedded database itself. */
  readonly varFolder: string | null;
};

/** The settings of `npm start`, which starts the other processes. */
export function startConfig(environment: Environment = process.env): StartConfig {
  const given = parseEnvironment(schema, environment);
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    port: given.PORT,
    origin: given.FORTNIGHT_ORIGIN ?? `http://localhost:${String(given.PORT)}`,
    secret: given.FORTNIGHT_SECRET ?? null,
    isDemo: given.FORTNIGHT_DEMO,
    varFolder: given.FORTNIGHT_VAR ?? null,
  };
}
