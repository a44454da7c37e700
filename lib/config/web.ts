import { z } from "zod";
import { parseEnvironment, type Environment } from "./parse-environment.ts";
import { databaseUrl, origin, port, secret, yesOrNo } from "./variables.ts";

const schema = z.object({
  DATABASE_URL: databaseUrl,
  PORT: port,
  FORTNIGHT_LISTEN: z.union([z.ipv4(), z.ipv6()], { error: "must be an IP address" }).optional(),
  FORTNIGHT_ORIGIN: origin.optional(),
  FORTNIGHT_SECRET: secret,
  FORTNIGHT_TRUSTED_PROXY: yesOrNo.default(false),
  FORTNIGHT_DEMO: yesOrNo.default(true),
});

export type WebConfig = {
  readonly databaseUrl: string;
  readonly port: number;
  /** The addresses on which it listens; the loopback interface unless FORTNIGHT_LISTEN names another. */
  readonly addresses: readonly string[];
  /** The one origin under which browsers see the site: all links, cookies and checks rest on it. No slash at its end. */
  readonly origin: string;
  /** The only value of the `Host` header that is served. */
  readonly host: string;
  readonly isHttps: boolean;
  /** Signs sessions. */
  readonly secret: string;
  /** Whether the last hop of `X-Forwarded-For` is the client: only when a proxy of ours is always in front. */
  readonly trustsProxy: boolean;
  /** Whether the site shows made-up lists, people and reports for a first look. */
  readonly isDemo: boolean;
};

/** The settings of the web process. */
export function webConfig(environment: Environment = process.env): WebConfig {
  const given = parseEnvironment(schema, environment);
  const siteOrigin = given.FORTNIGHT_ORIGIN ?? `http://localhost:${String(given.PORT)}`;
  return {
    databaseUrl: given.DATABASE_URL,
    port: given.PORT,
    addresses: given.FORTNIGHT_LISTEN === undefined ? ["127.0.0.1", "::1"] : [given.FORTNIGHT_LISTEN],
    origin: siteOrigin,
    host: new URL(siteOrigin).host,
    isHttps: siteOrigin.startsWith("https:"),
    secret: given.FORTNIGHT_SECRET,
    trustsProxy: given.FORTNIGHT_TRUSTED_PROXY,
    isDemo: given.FORTNIGHT_DEMO,
  };
}
