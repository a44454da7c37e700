import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ServerAccount } from "./server-account.ts";

const elsewhere = "/var/lib/fortnight";

/**
 * The folder for the database server's files: `wanted`, or, where the server's account cannot reach that (a checkout
 * below /root is closed to the user `postgres`), one below /var/lib/fortnight that `wanted` then names in a file.
 */
export function serverFolder(wanted: string, account: ServerAccount): string {
  mkdirSync(wanted, { recursive: true });
  const folder = isReachable(wanted, account) ? wanted : folderElsewhere(wanted);
  chmodSync(folder, 0o711); // the server passes through; nobody lists it
  return folder;
}

/** A new folder for a server that lives for one task only. Whoever makes it removes it. */
export function scratchServerFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "fortnight-scratch-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** A folder of a new name: one left by a checkout that was removed belongs to that one's database, not to ours. */
function folderElsewhere(wanted: string): string {
  const pointer = path.join(wanted, "elsewhere");
  if (!existsSync(pointer)) {
    mkdirSync(elsewhere, { recursive: true });
    writeFileSync(pointer, mkdtempSync(path.join(elsewhere, "site-")));
  }
  const folder = readFileSync(pointer, "utf8");
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isReachable(folder: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  return spawnSync("test", ["-x", path.dirname(folder)], { ...account, cwd: "/" }).status === 0;
}
