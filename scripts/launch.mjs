// The site as `npm start` runs it: database, migrations, demo, web and worker, from first to last. Started by start.mjs.
import path from "node:path";
import process from "node:process";
import { startConfig } from "../lib/config/start.ts";
import { isFree } from "../lib/db/free-port.ts";
import { buildSite, isBuilt } from "./build.mjs";
import { generateClient } from "./generate.mjs";
import { projectFolder } from "./pinned-node.mjs";
import { openDatabase, StartRefusal } from "./site-database.mjs";
import { lockSite } from "./site-lock.mjs";
import { furnish, startProcesses } from "./site-processes.mjs";
import { keptSecret } from "./site-secrets.mjs";

/** What has been started, to be ended in the opposite order. */
const running = [];
let endsBecause = null;

async function end(reason, code) {
  if (endsBecause !== null) return;
  endsBecause = reason;
  if (reason !== "") console.log(reason);
  for (const part of running.reverse()) await part.end();
  process.exit(code);
}

async function launch() {
  const config = readSettings();
  const varFolder = path.resolve(config.varFolder ?? path.join(projectFolder, "var"));
  await requireFreePort(config.port);
  const holder = config.databaseUrl === null ? lockSite(varFolder) : null;
  if (holder !== null) throw new StartRefusal(`A site already runs out of this folder: process ${holder}.`);

  prepareBuild();
  const opening = openDatabase(config.databaseUrl, varFolder);
  // Ended while it is still being opened, it is ended once it is open; where opening fails, it has ended what it started.
  running.push({
    end: () =>
      opening.then(
        ({ end }) => end(),
        () => undefined,
      ),
  });
  const database = await opening;
  if (endsBecause !== null) return;
  database.keep();
  if (database.folder !== null) console.log(`The database is in ${shortPath(database.folder)}.`);

  const environment = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database.url,
    FORTNIGHT_ORIGIN: config.origin,
    FORTNIGHT_SECRET: config.secret ?? keptSecret(varFolder),
    NEXTAUTH_URL: config.origin,
  };
  if (!furnish(environment)) throw new StartRefusal("The database could not be furnished.");
  const processes = startProcesses(environment);
  running.push(processes);
  void processes.failed.then((name) => end(`The ${name} process ended by itself; ending the site.`, 1));
  await processes.listening;
  console.log(`Fortnight is ready at ${config.origin} (Ctrl-C ends it).`);
}

function readSettings() {
  try {
    return startConfig();
  } catch (error) {
    throw new StartRefusal(error.message);
  }
}

async function requireFreePort(port) {
  if (await isFree(port)) return;
  throw new StartRefusal(`Port ${port} is taken. End what uses it, or choose another: PORT=${port + 1} npm start`);
}

function prepareBuild() {
  generateClient();
  if (isBuilt()) return;
  console.log("Building the site (once after each change, about a minute) …");
  buildSite();
}

function shortPath(folder) {
  const relative = path.relative(process.cwd(), folder);
  return relative.startsWith("..") ? folder : relative;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end("Ending …", 0));
process.on("disconnect", () => void end("", 0));

try {
  await launch();
} catch (error) {
  console.error(error instanceof StartRefusal ? error.message : error);
  await end("", 1);
}
