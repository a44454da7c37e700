import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const tests = "{lib,components,app,scripts,prisma,e2e/support}/**/*";

const everyTest = {
  env: { TZ: "Asia/Kathmandu" }, // code that forgets a zone fails loudly at +05:45
  setupFiles: ["e2e/support/fail-on-console-error.ts"],
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    // Vitest alone would leave a core idle; and each file of database tests has a dozen of PostgreSQL's 100 connections.
    maxWorkers: Math.min(availableParallelism(), 6),
    projects: [
      {
        extends: true,
        test: { ...everyTest, name: "pure", include: [`${tests}.test.{ts,tsx}`], exclude: [`${tests}.db.test.ts`] },
      },
      {
        extends: true,
        test: {
          ...everyTest,
          name: "db",
          include: [`${tests}.db.test.ts`],
          globalSetup: ["e2e/support/database-server.ts"],
        },
      },
    ],
  },
});
