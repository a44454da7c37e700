// `node scripts/complete-lockfile.mjs`: adds to package-lock.json the optional packages of other systems that npm has
// left out, because the registry it asked does not serve them. Without them `npm ci` calls the lockfile out of sync on
// every machine (npm/cli#9846). Run it after each change of dependencies.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./pinned-node.mjs";

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** What a package for one system says of itself; without a system npm would try to install it everywhere. */
function entryFor(name, version, isDevelopment) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system) || (system === "win32" && words.includes("windows")));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length + cpu.length === 0) throw new Error(`${name} does not say in its name for which system it is`);
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(isDevelopment && { dev: true }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

const lockFile = path.join(projectFolder, "package-lock.json");
const lock = JSON.parse(readFileSync(lockFile, "utf8"));
const added = [];
for (const [place, description] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(description.optionalDependencies ?? {})) {
    const isThere = `node_modules/${name}` in lock.packages || `${place}/node_modules/${name}` in lock.packages;
    if (isThere || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, version, description.dev === true);
    added.push(name);
  }
}
const sorted = Object.entries(lock.packages).sort(([left], [right]) => left.localeCompare(right, "en"));
lock.packages = Object.fromEntries(sorted);
if (added.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "The lockfile is complete." : `Added ${added.length} packages of other systems.`);
