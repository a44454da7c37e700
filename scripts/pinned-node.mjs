import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const projectFolder = path.resolve(import.meta.dirname, "..");

/** The Node.js that package.json pins (the npm package `node`), whatever the machine's own is. */
export const pinnedNode = path.join(projectFolder, "node_modules", ".bin", "node");

/** What Node needs to run our TypeScript outside Next: `server-only` throws without this condition. */
// DeprecationWarning: Prisma loads relations side by side within a transaction, and pg 8 queues them and complains.
export const ourNodeFlags = [
  "--conditions=react-server",
  "--disable-warning=ExperimentalWarning",
  "--disable-warning=DeprecationWarning",
];

/** True when this process already is the pinned Node.js: its programs run natively on our TypeScript. */
export function runsOnPinnedNode() {
  return Number(process.versions.node.split(".")[0]) >= 24;
}

/** Runs a script again on the pinned Node.js where the machine's own is older, and ends with its exit code. */
export function continueOnPinnedNode(scriptUrl) {
  if (runsOnPinnedNode()) return;
  if (!existsSync(pinnedNode)) {
    console.error("The packages are not installed yet: run npm ci first.");
    process.exit(1);
  }
  const script = fileURLToPath(scriptUrl); // the folder's name may hold blanks
  const run = spawnSync(pinnedNode, [...ourNodeFlags, script, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(run.status ?? 1);
}
