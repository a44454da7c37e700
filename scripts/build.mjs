// `npm run build`: builds the site in .next, only when its sources have changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { generateClient } from "./generate.mjs";
import { continueOnPinnedNode, projectFolder } from "./pinned-node.mjs";

const sourceFolders = ["app", "components", "lib", "prisma", "public"];
const sourceFiles = ["instrumentation-client.ts", "next.config.mjs", "package-lock.json", "postcss.config.mjs"];
const stampFile = path.join(projectFolder, ".next", "sources.sha256");

/** Whether the build that is there was made of the sources that are there. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourcesStamp();
}

/** Builds the site. Throws with the builder's words where it fails. */
export function buildSite() {
  const stamp = sourcesStamp();
  rmSync(stampFile, { force: true });
  const builder = path.join(projectFolder, "node_modules", "next", "dist", "bin", "next");
  const run = spawnSync(process.execPath, [builder, "build"], {
    cwd: projectFolder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (run.signal !== null) process.exit(130); // Ctrl-C
  if (run.status !== 0) throw new Error(`the site could not be built:\n${run.stdout}${run.stderr}`);
  writeFileSync(stampFile, stamp);
}

function sourcesStamp() {
  const hash = createHash("sha256");
  for (const file of [...sourceFiles, ...sourceFolders.flatMap(filesBelow)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(projectFolder, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** The files of a folder that can end up in a build, in a fixed order. */
function filesBelow(folder) {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  continueOnPinnedNode(import.meta.url);
  generateClient();
  if (!isBuilt()) buildSite();
  console.log("The site is built.");
}
