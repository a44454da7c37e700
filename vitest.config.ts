import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["react-server", "node", "import", "default"] } },
  test: {
    env: { TZ: "Asia/Kathmandu" }, // code that forgets a zone fails loudly at +05:45
    include: ["{lib,components,app,scripts,prisma}/**/*.test.{ts,tsx}"],
    setupFiles: ["e2e/support/fail-on-console-error.ts"],
    testTimeout: 20_000,
  },
});
