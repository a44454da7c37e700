// `npm run screenshots`: pictures of every page in docs/screenshots, made by the same journeys that axe goes through, on a
// site of their own with a new demo.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { continueOnPinnedNode, projectFolder } from "./pinned-node.mjs";
import { smallPng } from "./small-png.mjs";

continueOnPinnedNode(import.meta.url);
const { firstFreePort } = await import("../lib/db/free-port.ts");

const folder = path.join(projectFolder, "docs", "screenshots");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const playwright = path.join(projectFolder, "node_modules", "@playwright", "test", "cli.js");
const run = spawnSync(process.execPath, [playwright, "test", ...journeysThatLook()], {
  cwd: projectFolder,
  stdio: "inherit",
  env: {
    ...process.env,
    FORTNIGHT_E2E_PORT: String(await firstFreePort()),
    FORTNIGHT_SCREENSHOTS: folder,
  },
});
for (const name of readdirSync(folder)) {
  const file = path.join(folder, name);
  writeFileSync(file, smallPng(readFileSync(file)));
}
process.exit(run.status ?? 1);

/** The journeys that show pages to axe: each look is a picture. */
function journeysThatLook() {
  const journeys = path.join(projectFolder, "e2e");
  return readdirSync(journeys)
    .filter((name) => name.endsWith(".spec.ts"))
    .filter((name) => readFileSync(path.join(journeys, name), "utf8").includes("expectAccessible("));
}
