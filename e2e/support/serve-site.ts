// Playwright's web server: a site with a new demo in an empty folder, removed when the journeys are over.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { siteFolder, siteOrigin, sitePort, startWords } from "./site.ts";

rmSync(siteFolder, { recursive: true, force: true });
mkdirSync(siteFolder, { mode: 0o711 });

const environment = {
  ...process.env,
  PORT: String(sitePort),
  FORTNIGHT_ORIGIN: siteOrigin,
  FORTNIGHT_VAR: siteFolder,
  FORTNIGHT_DEMO: "1",
  DATABASE_URL: "",
  NODE_OPTIONS: "",
};
const logFile = path.join(siteFolder, "site.log"); // searched for secrets by the journeys
const log = openSync(logFile, "a", 0o600);
const site = spawn(process.execPath, [...startWords], { stdio: ["ignore", log, log], env: environment });
const ending = { isAsked: false };
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    ending.isAsked = true;
    site.kill("SIGTERM");
  });
}

await once(site, "exit");
if (!ending.isAsked) console.error(readFileSync(logFile, "utf8"));
rmSync(siteFolder, { recursive: true, force: true });
process.exit(site.exitCode ?? 1);
