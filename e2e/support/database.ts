import { inject } from "vitest";
import { makeDatabase } from "#lib/db/database-role.ts";
import { templateDatabase } from "./database-server.ts";

/**
 * Gives this test file a migrated PostgreSQL database of its own, empty, under the role that the portal uses, and points
 * the portal's settings at it. Call it in `beforeAll`, or in `beforeEach` where each test needs an empty one.
 */
export async function freshDatabase(): Promise<string> {
  const database = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const adminUrl = (name: string) => inject("adminUrl").replace("DATABASE", name);
  const url = (name: string) => inject("serverUrl").replace("DATABASE", name);
  await makeDatabase({ adminUrl, url }, database, templateDatabase);
  process.env.DATABASE_URL = url(database);
  const kept = globalThis as { fortnightPrisma?: { readonly $disconnect: () => Promise<void> } };
  await kept.fortnightPrisma?.$disconnect();
  delete kept.fortnightPrisma; // the next question makes a client for the new database
  process.env.FORTNIGHT_SECRET ??= "only-for-tests-0123456789abcdef0123456789abcdef";
  return url(database);
}
