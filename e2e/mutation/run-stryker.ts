import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileOfTool, installToolPackages } from "#e2e/support/tool-packages.ts";
import type { MutatedPart } from "./rooms.ts";

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

/** By path. */
export type MutatedFiles = Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;

export function installStryker(): void {
  installToolPackages(packages);
}

/** Mutates a part of a room, runs its tests against each mutant, and answers the mutants of each file. */
export function mutatePart(name: string, part: MutatedPart): MutatedFiles {
  const reportFile = path.join(packages.folder, `${name}.json`);
  const configFile = path.join(packages.folder, `${name}.config.json`);
  const config = { ...configOf(name, part), jsonReporter: { fileName: reportFile } };
  writeFileSync(configFile, JSON.stringify(config, null, 2));
  forgetSurvivors(config.incrementalFile);
  const { status } = spawnSync(
    process.execPath,
    [fileOfTool(packages, "@stryker-mutator/core", "bin/stryker.js"), "run", configFile],
    {
      cwd: project,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        FORTNIGHT_MUTATED_PART: name,
        NODE_OPTIONS: "--conditions=react-server",
        TZ: "Asia/Kathmandu",
      },
    },
  );
  if (status !== 0) throw new Error(`Stryker ended with ${String(status)}`);
  return (JSON.parse(readFileSync(reportFile, "utf8")) as { readonly files: MutatedFiles }).files;
}

/**
 * Keeps of what an earlier run found only what was killed. Stryker itself would not try again what survived while modules
 * are read, although there is a new test that would notice.
 */
function forgetSurvivors(incrementalFile: string): void {
  if (!existsSync(incrementalFile)) return;
  const report = JSON.parse(readFileSync(incrementalFile, "utf8")) as { readonly files: MutatedFiles };
  const files = Object.entries(report.files).map(([name, file]) => {
    const mutants = file.mutants.filter(({ status }) => status === "Killed");
    return [name, { ...file, mutants }] as const;
  });
  writeFileSync(incrementalFile, JSON.stringify({ ...report, files: Object.fromEntries(files) }));
}

function configOf(name: string, { mutate }: MutatedPart) {
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
    // What neither a change of the room nor of its tests touches keeps its fate; without this file all is tried anew.
    incremental: true,
    incrementalFile: path.join(packages.folder, `${name}.incremental.json`),
    timeoutMS: 10_000, // else a machine that is busy otherwise kills by its slowness
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
