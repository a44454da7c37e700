import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ourNodeFlags, projectFolder } from "./pinned-node.mjs";

/** How long a process may take to end by itself, in milliseconds; the web gives requests twenty seconds. */
const maximumEndMs = 25_000;

/** Furnishes an empty database, or says how the first coordinator enrols; prints for itself. */
export function furnish(environment) {
  const seed = path.join(projectFolder, "prisma", "seed", "main.ts");
  if (!existsSync(seed)) return true;
  return spawnSync(process.execPath, [...ourNodeFlags, seed], { stdio: "inherit", env: environment }).status === 0;
}

/**
 * Starts the processes of a site. `listening` settles when the web answers; `failed` when a process has ended by itself,
 * with its name.
 */
export function startProcesses(environment) {
  const web = startProcess("web", "lib/front/main.ts", [], environment);
  const worker = existsSync(path.join(projectFolder, "lib/jobs/main.ts"))
    ? startProcess("worker", "lib/jobs/main.ts", ourNodeFlags, environment)
    : null;
  const all = worker === null ? [web] : [web, worker];

  return {
    listening: web.ready,
    failed: Promise.race(all.map(({ name, ended }) => ended.then(() => name))),
    end: () => Promise.all(all.map((one) => one.end())),
  };
}

function startProcess(name, file, flags, environment) {
  const child = spawn(process.execPath, [...flags, path.join(projectFolder, file)], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const ready = new Promise((resolve) => child.once("message", resolve));
  // What Next tells of its own beginnings is of no use to whoever starts a site.
  child.stdout.resume();
  ready.then(() => child.stdout.pipe(process.stdout));

  return {
    name,
    ended,
    ready,
    async end() {
      const giveUp = setTimeout(() => child.kill("SIGKILL"), maximumEndMs);
      child.kill("SIGTERM");
      await ended;
      clearTimeout(giveUp);
    },
  };
}
