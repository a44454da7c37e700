// `npm run check`: every rule that a tool can check, one line for each with its seconds, and the tool's words where it
// failed. `--without-tests` leaves out Vitest.
import { execFile } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
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
  { name: "lockfile", words: ["run", "--silent", "lockfile"] },
  { name: "secrets", words: ["run", "--silent", "secrets"] },
  { name: "tests", words: ["run", "--silent", "unit"] },
];

const environment = {
  ...process.env,
  // The tools run on the pinned Node.js as well.
  PATH: `${path.dirname(pinnedNode)}${path.delimiter}${process.env.PATH ?? ""}`,
  NEXT_TELEMETRY_DISABLED: "1",
};

const run = promisify(execFile);

/** Runs one check, says how it went, and answers whether it held. */
async function holds({ name, words }) {
  const startedAt = performance.now();
  const outcome = await run("npm", words, { cwd: projectFolder, env: environment, maxBuffer: 2 ** 28 }).catch(
    (error) => error,
  );
  const hasHeld = outcome.code === undefined;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${hasHeld ? "ok    " : "FAILED"}  ${name.padEnd(10)}  ${seconds.padStart(6)} s`);
  if (!hasHeld)
    console.log(`${outcome.stdout}${outcome.stderr}${outcome.message}`.trimEnd().replace(/^/gm, "        "));
  return hasHeld;
}

/** The longest checks have a core for themselves meanwhile. */
async function failedOf(lane) {
  const failed = [];
  for (const check of lane) if (!(await holds(check))) failed.push(check.name);
  return failed;
}

generateClient(); // the types need it
const rules = checks.filter(({ name }) => name !== "tests");
const long = ["types", "lint"]; // in this order: the types of the routes are made with the first
const lanes = [rules.filter(({ name }) => long.includes(name)), rules.filter(({ name }) => !long.includes(name))];
const failed = (await Promise.all(lanes.map(failedOf))).flat();
if (!process.argv.includes("--without-tests"))
  failed.push(...(await failedOf(checks.filter(({ name }) => name === "tests"))));
console.log(failed.length === 0 ? "All checks hold." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
