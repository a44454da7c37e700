import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { siteOrigin } from "./e2e/support/site.ts";

const isForCi = process.env.CI !== undefined && process.env.CI !== "false";
const systemChromium = "/usr/bin/chromium";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results/journeys",
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 2,
  forbidOnly: isForCi,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/playwright.json" }],
  ],
  use: {
    baseURL: siteOrigin,
    browserName: "chromium",
    actionTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu", // a page that forgets a zone fails loudly at +05:45
    trace: isForCi ? "off" : "retain-on-failure", // it costs each journey time, and nobody sees what CI keeps
    screenshot: "only-on-failure",
    launchOptions: {
      ...(existsSync(systemChromium) && { executablePath: systemChromium }),
      args: [
        "--no-sandbox", // Chromium refuses to run as root with it, and the pages are our own
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node_modules/.bin/node e2e/support/serve-site.ts",
    url: `${siteOrigin}/healthz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
