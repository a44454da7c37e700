import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { databaseConfig } from "#lib/config/database.ts";
import { PrismaClient } from "./generated/client.ts";

const kept = globalThis as typeof globalThis & { fortnightPrisma?: PrismaClient };

/** The one Prisma client of this process. Nothing is visible through it but inside `withClaims`. */
export function prismaClient(): PrismaClient {
  kept.fortnightPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseConfig().databaseUrl, max: 10 }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  return kept.fortnightPrisma;
}
