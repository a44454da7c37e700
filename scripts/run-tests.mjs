// What `npm test` does once the packages are there.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { firstFreePort } from "../lib/db/free-port.ts";
import { generateClient } from "./generate.mjs";
import { ourNodeFlags, projectFolder } from "./pinned-node.mjs";
import { requireTools } from "./tools.mjs";

const isForCi = process.env.CI === "true" || process.env.CI === "1";
const resultsFolder = path.join(projectFolder, "test-results");

await requireTools();
generateClient();
rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });

const counts = { passed: 0, failed: 0, skipped: 0 };
add(runChecks());
add(runVitest());
add(await runPlaywright());

if (counts.skipped > 0) console.log(`${counts.skipped} skipped: a test that is not run proves nothing.`);
const failed = isForCi ? counts.failed + counts.skipped : counts.failed;
console.log(`${counts.passed} passed, ${failed} failed`);
process.exit(counts.failed + counts.skipped > 0 ? 1 : 0);

function add(more) {
  for (const [name, count] of Object.entries(more)) counts[name] += count;
}

function run(title, words, environment = {}) {
  console.log(`\n${title}`);
  const child = spawnSync(process.execPath, words, {
    cwd: projectFolder,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return child.status === 0;
}

/** Formatting, types, lint and boundaries count as one test. */
function runChecks() {
  const holds = run("Checks", [path.join("scripts", "check.mjs"), "--without-tests"]);
  return holds ? { passed: 1 } : { failed: 1 };
}

function runVitest() {
  const file = path.join(resultsFolder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const holds = run("Unit and database tests", [moduleFile("vitest", "vitest.mjs"), "run", ...reporters], {
    NODE_OPTIONS: ourNodeFlags.join(" "),
  });
  const result = resultOf(file);
  const failed = result?.numFailedTests ?? 0;
  return {
    passed: result?.numPassedTests ?? 0,
    // A file that cannot even be loaded, or an error beside all tests, fails the run and is no test's failure.
    failed: holds ? failed : Math.max(failed, 1),
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  };
}

async function runPlaywright() {
  const file = path.join(resultsFolder, "playwright.json");
  const holds = run("Journeys in a browser", [moduleFile("@playwright/test", "cli.js"), "test"], {
    FORTNIGHT_E2E_PORT: String(await firstFreePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const stats = resultOf(file)?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return { passed: stats?.expected ?? 0, failed: holds ? failed : Math.max(failed, 1), skipped: stats?.skipped ?? 0 };
}

function moduleFile(...words) {
  return path.join(projectFolder, "node_modules", ...words);
}

function resultOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
