import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pinnedNode, projectFolder } from "./pinned-node.mjs";

// This file and what it imports run before anything is installed, on the machine's own Node.js.

const leastVersion = [20, 19];

/** Ends with a sentence where the machine's Node.js is too old even to install the pinned one. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isEnough = major > leastVersion[0] || (major === leastVersion[0] && minor >= leastVersion[1]);
  if (isEnough) return;
  console.error(
    `Fortnight needs Node.js ${leastVersion.join(".")} or newer to begin; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Installs exactly what the lockfile says, unless that is what is installed. */
export function installPackages() {
  if (isInstalled()) return;

  console.log("Installing packages (once, about a minute) …");
  const { npm_execpath: npmScript } = process.env;
  const [program, ...words] =
    npmScript !== undefined && npmScript.endsWith(".js") ? [process.execPath, npmScript, "ci"] : ["npm", "ci"];
  const run = spawnSync(program, words, { cwd: projectFolder, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (run.status === 0 && isInstalled()) return;

  console.error(`${run.stdout ?? ""}${run.stderr ?? ""}${run.error?.message ?? ""}`);
  console.error("The packages could not be installed. Is the npm registry reachable?");
  process.exit(1);
}

/** Whether node_modules holds each package of the lockfile in its version; what is for other systems may be missing. */
function isInstalled() {
  const record = path.join(projectFolder, "node_modules", ".package-lock.json");
  if (!existsSync(record) || !existsSync(pinnedNode)) return false;

  const wanted = packagesOf(path.join(projectFolder, "package-lock.json"));
  const installed = packagesOf(record);
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === "" || (installed[place]?.version ?? (optional && version)) === version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}
