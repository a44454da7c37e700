import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ServerAccount } from "./server-account.ts";

/**
 * The folder for the database server's files: `wanted`, or, where the server's account cannot reach that (a checkout
 * below /root is closed to the user `postgres`), one below /var/lib/fortnight that belongs to `wanted` alone.
 */
export function serverFolder(wanted: string, account: ServerAccount): string {
  const folder = isReachable(path.dirname(wanted), account) ? wanted : fallbackOf(wanted);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711); // the server passes through; nobody lists it
  return folder;
}

function fallbackOf(wanted: string): string {
  const mark = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  return path.join("/var/lib/fortnight", mark);
}

function isReachable(folder: string, account: ServerAccount): boolean {
  mkdirSync(folder, { recursive: true });
  if (account.uid === undefined) return true;
  return spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}

/** A new folder for a server that lives for one task only. Whoever makes it removes it. */
export function scratchServerFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "fortnight-scratch-"));
  chmodSync(folder, 0o711);
  return folder;
}
