import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileOfTool, installToolPackages } from "#e2e/support/tool-packages.ts";
import type { MutatedRoom } from "./rooms.ts";

const project = path.resolve(import.meta.dirname, "../..");

const packages = {
  folder: path.join(project, "var/mutation"),
  dependencies: { "@stryker-mutator/core": "10.1.1", "@stryker-mutator/vitest-runner": "10.1.1" },
  peers: "project's", // Vitest has to be the one that the tests import
} as const;

/** One change of the code and what became of it. */
export interface Mutant {
  readonly status: "Killed" | "Timeout" | "Survived" | "NoCoverage" | "Ignored" | "RuntimeError" | "CompileError";
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

export function installStryker(): void {
  installToolPackages(packages);
}

/** Mutates a room, runs its tests against each mutant, and answers the mutants of each file. */
export function mutateRoom(name: string, room: MutatedRoom): Report["files"] {
  const reportFile = path.join(packages.folder, `${name}.json`);
  const configFile = path.join(packages.folder, `${name}.config.json`);
  writeFileSync(
    configFile,
    JSON.stringify({ ...configOf(name, room), jsonReporter: { fileName: reportFile } }, null, 2),
  );
  const { status } = spawnSync(
    process.execPath,
    [fileOfTool(packages, "@stryker-mutator/core", "bin/stryker.js"), "run", configFile],
    {
      cwd: project,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        FORTNIGHT_MUTATED_ROOM: name,
        NODE_OPTIONS: "--conditions=react-server",
        TZ: "Asia/Kathmandu",
      },
    },
  );
  if (status !== 0) throw new Error(`Stryker ended with ${String(status)}`);
  return (JSON.parse(readFileSync(reportFile, "utf8")) as Report).files;
}

function configOf(name: string, { mutate, ignoresStatic = false }: MutatedRoom) {
  return {
    mutate: [...mutate, "!**/*.test.ts", "!**/fixtures/**"],
    testRunner: "vitest",
    vitest: { configFile: "e2e/mutation/vitest.config.ts", related: false, pool: "threads" },
    plugins: [
      fileOfTool(packages, "@stryker-mutator/vitest-runner", "dist/src/index.js"),
      path.join(import.meta.dirname, "sentences.mjs"),
    ],
    ignorers: ["sentences"],
    coverageAnalysis: "perTest",
    ignoreStatic: ignoresStatic,
    // What neither a change of the room nor of its tests touches keeps its fate; without this file all is tried anew.
    incremental: true,
    incrementalFile: path.join(packages.folder, `${name}.incremental.json`),
    concurrency: Math.max(1, availableParallelism() - 1),
    ignorePatterns: ["/var", "/.next", "/docs", "/public", "/test-results", "/playwright-report"],
    tempDirName: `var/mutation/sandbox-${name}`,
    reporters: ["json", "html", "progress-append-only"],
    htmlReporter: { fileName: path.join(packages.folder, `${name}.html`) },
    // The bar is ours: see main.ts.
    thresholds: { high: 100, low: 0, break: null },
    allowConsoleColors: false,
  };
}
