import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { databaseConfig } from "#lib/config/database.ts";
import { PrismaClient } from "./generated/client.ts";

const kept = globalThis as typeof globalThis & { fortnightPrisma?: PrismaClient };

/** A question that is lost on the way is given up: nobody waits for ever, and its connection is free again. */
const limits = { connectionTimeoutMillis: 5_000, query_timeout: 20_000 };

/** The one Prisma client of this process. Nothing is visible through it but inside `withClaims`. */
export function prismaClient(): PrismaClient {
  kept.fortnightPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseConfig().databaseUrl, max: 10, ...limits }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  return kept.fortnightPrisma;
}
