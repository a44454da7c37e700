// `npm run lockfile`: each package of package-lock.json has a hash and comes from npm's registry, by whatever address that
// is reached. Writes what all of it is as var/materials.json, a bill of materials (CycloneDX).
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { projectFolder } from "./pinned-node.mjs";

const { packages } = JSON.parse(readFileSync(path.join(projectFolder, "package-lock.json"), "utf8"));
const faults = Object.entries(packages).flatMap(([place, { integrity, resolved, link, optional, os, cpu }]) => {
  if (place === "") return [];
  if (link === true) return [`${place} is a link to a folder`];
  if (resolved !== undefined) return [`${place} comes from ${resolved}, not from wherever npm's registry is`];
  // What complete-lockfile.mjs adds for other systems has none: the registry that was asked does not serve it.
  const isOfOtherSystem = optional === true && (os !== undefined || cpu !== undefined);
  return integrity?.startsWith("sha512-") || (integrity === undefined && isOfOtherSystem)
    ? []
    : [`${place} has no hash`];
});

const words = ["sbom", "--package-lock-only", "--sbom-format=cyclonedx"];
const bill = spawnSync("npm", words, { cwd: projectFolder, encoding: "utf8", maxBuffer: 2 ** 28 });
if (bill.status === 0) {
  mkdirSync(path.join(projectFolder, "var"), { recursive: true, mode: 0o711 });
  writeFileSync(path.join(projectFolder, "var", "materials.json"), bill.stdout);
} else faults.push(`there is no bill of materials: ${bill.stderr}`);

for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
