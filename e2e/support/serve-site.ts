// Playwright's web server: a site with a new demo in an empty folder, removed when the journeys are over.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { siteFolder, siteOrigin, sitePort } from "./site.ts";

rmSync(siteFolder, { recursive: true, force: true });
mkdirSync(siteFolder, { mode: 0o711 });

const start = path.resolve(import.meta.dirname, "../../scripts/start.mjs");
const environment = {
  ...process.env,
  PORT: String(sitePort),
  FORTNIGHT_ORIGIN: siteOrigin,
  FORTNIGHT_VAR: siteFolder,
  FORTNIGHT_DEMO: "1",
  DATABASE_URL: "",
  NODE_OPTIONS: "",
};
const site = spawn(process.execPath, [start], { stdio: "inherit", env: environment });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => site.kill("SIGTERM"));

await once(site, "exit");
rmSync(siteFolder, { recursive: true, force: true });
process.exit(site.exitCode ?? 1);
