// `npm run generate`: makes the Prisma client in lib/db/generated, only when the schema has changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { projectFolder } from "./pinned-node.mjs";

const schemaFile = path.join(projectFolder, "prisma", "schema.prisma");
const clientFolder = path.join(projectFolder, "lib", "db", "generated");
const stampFile = path.join(clientFolder, "schema.sha256");

function schemaStamp() {
  const prismaPackage = readFileSync(path.join(projectFolder, "node_modules", "prisma", "package.json"));
  return createHash("sha256").update(readFileSync(schemaFile)).update(prismaPackage).digest("hex");
}

/** Makes the Prisma client if the schema or Prisma has changed since it was last made. Needs no network. */
export function generateClient() {
  const stamp = schemaStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return "unchanged";

  const program = path.join(projectFolder, "node_modules", "prisma", "build", "index.js");
  const run = spawnSync(process.execPath, [program, "generate"], {
    cwd: projectFolder,
    encoding: "utf8",
    env: {
      ...process.env,
      // `generate` downloads a schema engine that it then does not use. Naming any program in its place stops that;
      // migrations run on the same engine as WebAssembly (lib/db/migrate.ts).
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}${run.stderr}`);
  writeFileSync(stampFile, stamp);
  return "generated";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log(generateClient() === "unchanged" ? "The Prisma client is up to date." : "Made the Prisma client.");
}
