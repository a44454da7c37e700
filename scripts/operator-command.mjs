import process from "node:process";
import { StartRefusal } from "./site-database.mjs";

/** Does the work of a command; what its operator can mend is told in one sentence, with exit code 2. */
export async function runCommand(work) {
  try {
    await work();
  } catch (error) {
    const isMendable =
      error instanceof StartRefusal || error.name === "BackupRefusal" || error.name === "SettingsError";
    console.error(isMendable ? error.message : error);
    process.exitCode = 2;
  }
}
