// The worker process: jobs that are due, reminders above all. Run it with the condition `react-server`, as many times as
// wanted. Needs DATABASE_URL.
import { databaseConfig } from "#lib/config/database.ts";
import { startWorker } from "./worker.ts";

const worker = await startWorker({
  databaseUrl: databaseConfig().databaseUrl,
  onFailure: (task, attempt) => {
    console.error(JSON.stringify({ at: new Date().toISOString(), failed: task, attempt }));
  },
});
process.send?.("working");

let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await worker.stop();
  process.exit(0);
}

process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
// Whoever started this process has gone without a word: nobody would end it.
process.on("disconnect", () => void end());
void worker.promise.then(
  () => process.exit(0),
  () => process.exit(1),
);
