// `npm run audit:verify [-- HASH]`: whether the record of who did what when is whole, and leads through the hash that
// an earlier run has printed. Ends with exit code 1 and names each event where it is not. The site may run meanwhile.
import path from "node:path";
import process from "node:process";
import { continueOnPinnedNode, projectFolder } from "./pinned-node.mjs";

continueOnPinnedNode(import.meta.url);

const { startConfig } = await import("../lib/config/start.ts");
const { verifyEvents } = await import("../lib/db/verify-events.ts");
const { StartRefusal, visitDatabase } = await import("./site-database.mjs");
const { runCommand } = await import("./operator-command.mjs");

const sentences = {
  EVENT_CHANGED: ({ id }) => `Event ${id} is not what it was when it was written.`,
  EVENT_MISSING_BEFORE: ({ id }) => `What stood right before event ${id} was removed or replaced.`,
  EVENT_OUT_OF_ORDER: ({ id }) => `Event ${id} claims a place in the order that another event has.`,
  EVENT_MISSING_AFTER: ({ id }) =>
    id === null ? "All events were removed." : `What stood after event ${id}, the newest that is left, was removed.`,
  EARLIER_HEAD_MISSING: ({ hash }) => `The chain does not lead through ${hash}: it was made anew since that was noted.`,
};

await runCommand(async () => {
  const earlierHead = process.argv[2] ?? null;
  if (earlierHead !== null && !/^[0-9a-f]{64}$/.test(earlierHead)) {
    throw new StartRefusal("A hash is 64 hexadecimal digits, as an earlier run has printed them.");
  }
  const { databaseUrl, varFolder } = startConfig();
  const folder = path.resolve(varFolder ?? path.join(projectFolder, "var"));
  const { count, head, faults } = await visitDatabase(databaseUrl, folder, ({ url }) => verifyEvents(url, earlierHead));
  for (const fault of faults) console.error(`${fault.code}: ${sentences[fault.code](fault)}`);
  if (faults.length === 0) {
    console.log(`${count} events, each with the hash of the one before. The newest has ${head || "none"}`);
    console.log("Note that hash elsewhere: given to a later run, it proves that nothing up to here was made anew.");
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
});
