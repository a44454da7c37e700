import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/**
 * Makes this process the only one that runs a site out of this folder, until it ends.
 *
 * @returns the number of the process that already does, or null.
 */
export function lockSite(varFolder) {
  const file = path.join(varFolder, "start.pid");
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (holder > 0 && holder !== process.pid && isLauncher(holder)) return holder;

  mkdirSync(varFolder, { recursive: true, mode: 0o711 });
  writeFileSync(file, String(process.pid));
  process.on("exit", () => {
    rmSync(file, { force: true });
  });
  return null;
}

/** Whether this process number is that of a site's launcher, and not of something that got the number afterwards. */
function isLauncher(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("launch.mjs");
  } catch {
    return true; // a system without /proc: better to ask than to take the database from under a running site
  }
}
