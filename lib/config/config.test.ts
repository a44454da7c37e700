import { describe, expect, test } from "vitest";
import { databaseConfig } from "./database.ts";
import { startConfig } from "./start.ts";
import { webConfig } from "./web.ts";

const least = { DATABASE_URL: "postgresql://fortnight:pw@127.0.0.1:5433/fortnight", FORTNIGHT_SECRET: "s".repeat(32) };

describe("the settings of the web process", () => {
  test("the least of them serve a demo on http://localhost:3000, on the loopback interface alone", () => {
    expect(webConfig(least)).toMatchObject({
      port: 3000,
      origin: "http://localhost:3000",
      host: "localhost:3000",
      addresses: ["127.0.0.1", "::1"],
      isHttps: false,
      trustsProxy: false,
      isDemo: true,
    });
  });

  test("an origin brings its host, and its scheme", () => {
    expect(webConfig({ ...least, FORTNIGHT_ORIGIN: "https://fortnight.example.org/" })).toMatchObject({
      origin: "https://fortnight.example.org",
      host: "fortnight.example.org",
      isHttps: true,
    });
  });

  test.each(["1", "65535"])("port %s is a port", (PORT) => {
    expect(webConfig({ ...least, PORT }).port).toBe(Number(PORT));
  });

  test.each(["0", "65536", "80.5", "http", "-1"])("port %s is none", (PORT) => {
    expect(() => webConfig({ ...least, PORT })).toThrow(/^PORT: /);
  });

  test.each(["fortnight.example.org", "ftp://a.example", "https://a.example/path", "https://me@a.example", "null"])(
    "%s is no origin",
    (FORTNIGHT_ORIGIN) => {
      expect(() => webConfig({ ...least, FORTNIGHT_ORIGIN })).toThrow(/^FORTNIGHT_ORIGIN: /);
    },
  );

  test("a secret of 31 characters is refused, and not repeated", () => {
    const short = "q".repeat(31);
    expect(() => webConfig({ ...least, FORTNIGHT_SECRET: short })).toThrow(/^FORTNIGHT_SECRET: /);
    expect(() => webConfig({ ...least, FORTNIGHT_SECRET: short })).not.toThrow(short);
  });

  test("a switch is 0 or 1, and a typing error is refused", () => {
    expect(webConfig({ ...least, FORTNIGHT_TRUSTED_PROXY: "1" }).trustsProxy).toBe(true);
    expect(webConfig({ ...least, FORTNIGHT_DEMO: "0" }).isDemo).toBe(false);
    expect(() => webConfig({ ...least, FORTNIGHT_TRUSTED_PROXY: "yes" })).toThrow(/^FORTNIGHT_TRUSTED_PROXY: /);
  });

  test("a variable that is empty counts as not set", () => {
    expect(webConfig({ ...least, PORT: "", FORTNIGHT_ORIGIN: "" }).origin).toBe("http://localhost:3000");
  });
});

test("a database is named by a PostgreSQL connection string", () => {
  expect(databaseConfig(least).databaseUrl).toBe(least.DATABASE_URL);
  expect(() => databaseConfig({})).toThrow(/^DATABASE_URL: /);
  expect(() => databaseConfig({ DATABASE_URL: "mysql://localhost/x" })).toThrow(/^DATABASE_URL: /);
});

test("npm start needs no setting at all", () => {
  expect(startConfig({})).toEqual({
    databaseUrl: null,
    port: 3000,
    origin: "http://localhost:3000",
    secret: null,
    isDemo: true,
    varFolder: null,
  });
});
