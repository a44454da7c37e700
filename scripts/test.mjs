// `npm test`: all checks, all unit and database tests, all journeys in a real browser, against nothing that is mocked.
// Its last line is "N passed, N failed". Runs on Node.js 20.19; scripts/run-tests.mjs goes on with the pinned one.
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { installPackages, requireNode } from "./install.mjs";
import { ourNodeFlags, pinnedNode, projectFolder } from "./pinned-node.mjs";

requireNode();
installPackages();
const words = [...ourNodeFlags, path.join(projectFolder, "scripts", "run-tests.mjs")];
process.exit(spawnSync(pinnedNode, words, { stdio: "inherit" }).status ?? 1);
