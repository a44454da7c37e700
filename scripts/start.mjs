// `npm start`: installs what is missing, then goes on in scripts/launch.mjs on the pinned Node.js. Runs on Node.js 20.19.
import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { installPackages, requireNode } from "./install.mjs";
import { ourNodeFlags, pinnedNode, projectFolder } from "./pinned-node.mjs";

requireNode();
installPackages();

// The channel tells the site that this process is gone, however it went.
const site = spawn(pinnedNode, [...ourNodeFlags, path.join(projectFolder, "scripts", "launch.mjs")], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
// Ctrl-C reaches both processes, a signal by process number only this one; the site takes the second one calmly.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => site.kill("SIGTERM"));
// npm runs us below a shell; when npm is told to end, the shell ends and tells nobody.
const parent = process.ppid;
const hasLostNpm = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
setInterval(() => hasLostNpm() && site.kill("SIGTERM"), 500).unref();
site.on("exit", (code) => process.exit(code ?? 1));
