// `npm run check`: every rule that a tool can check, one line for each with its seconds, and the tool's words where it
// failed. `--without-tests` leaves out Vitest.
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { generateClient } from "./generate.mjs";
import { continueOnPinnedNode, pinnedNode, projectFolder } from "./pinned-node.mjs";

continueOnPinnedNode(import.meta.url);

// Each runs an npm script of package.json, so that one check alone runs by the same words; Prettier's only writes.
const checks = [
  { name: "format", words: ["exec", "--", "prettier", "--check", "--log-level=warn", "."] },
  { name: "types", words: ["run", "--silent", "types"] },
  { name: "lint", words: ["run", "--silent", "lint"] },
  { name: "boundaries", words: ["run", "--silent", "boundaries"] },
  { name: "dead code", words: ["run", "--silent", "dead-code"] },
  { name: "tests", words: ["run", "--silent", "unit"] },
];

const environment = {
  ...process.env,
  // The tools run on the pinned Node.js as well.
  PATH: `${path.dirname(pinnedNode)}${path.delimiter}${process.env.PATH ?? ""}`,
  NEXT_TELEMETRY_DISABLED: "1",
};

/** Runs one check, says how it went, and answers whether it held. */
function holds({ name, words }) {
  const startedAt = performance.now();
  const run = spawnSync("npm", words, { cwd: projectFolder, env: environment, encoding: "utf8", maxBuffer: 2 ** 28 });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${run.status === 0 ? "ok    " : "FAILED"}  ${name.padEnd(10)}  ${seconds.padStart(6)} s`);
  if (run.status === 0) return true;

  console.log(`${run.stdout}${run.stderr}${run.error?.message ?? ""}`.trimEnd().replace(/^/gm, "        "));
  return false;
}

generateClient(); // the types need it
const chosen = process.argv.includes("--without-tests") ? checks.filter(({ name }) => name !== "tests") : checks;
const failed = chosen.filter((check) => !holds(check)).map(({ name }) => name);
console.log(failed.length === 0 ? "All checks hold." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
