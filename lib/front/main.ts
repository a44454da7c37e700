// The web process: Next behind our own HTTP front. Run it without the condition `react-server`: Next brings its own.
import { createServer } from "node:http";
import path from "node:path";
import next from "next";
import { webConfig } from "#lib/config/web.ts";
import { watchDatabase } from "#lib/db/readiness.ts";
import { drain } from "./drain.ts";
import { createFront } from "./front.ts";
import { endingMs } from "./limits.ts";
import { listenOn } from "./listen.ts";

const config = webConfig();
const database = watchDatabase(config.databaseUrl);
let isEnding = false;

const application = next({
  dev: false,
  dir: path.resolve(import.meta.dirname, "../.."),
  hostname: new URL(config.origin).hostname,
  port: config.port,
  quiet: true,
  // Next would listen for protocol upgrades on the server it is given, past the front. This one never listens.
  httpServer: createServer(),
});
await application.prepare();
const handler = application.getRequestHandler();

const options = { ...config, isReady: database.isReady, isEnding: () => isEnding };
const fronts = new Map(config.addresses.map((address) => [address, createFront(handler, options)]));
const listening = await listenOn(fronts, config.port);
process.send?.("listening");

async function end() {
  if (isEnding) return;
  isEnding = true;
  await drain(listening, endingMs.notice, endingMs.drain);
  await Promise.all([application.close(), database.close()]);
  process.exit(0);
}

process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
// Whoever started this process has gone without a word: nobody would end it.
process.on("disconnect", () => void end());
