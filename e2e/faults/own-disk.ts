import { spawnSync } from "node:child_process";
import { closeSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import path from "node:path";

/** A disk of its own, in memory, which can be filled to the last byte. */
export interface OwnDisk {
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly unmount: () => void;
}

/** Mounts a disk over a folder, with what was in it; null where that cannot be done: it takes Linux, and root. */
export function mountDisk(folder: string, mebibytes: number): OwnDisk | null {
  if (process.platform !== "linux") return null;
  const before = `${folder}.before`;
  if (!succeeds("cp", "-a", folder, before)) throw new Error(`${folder} could not be copied`);
  if (!succeeds("mount", "-t", "tmpfs", "-o", `size=${String(mebibytes)}m`, "tmpfs", folder)) return null;
  const isCopied = succeeds("cp", "-a", `${before}/.`, folder);
  if (!isCopied) throw new Error(`${folder} could not be copied back`);
  const ballast = path.join(folder, "ballast");
  return {
    fill() {
      fill(folder, ballast);
    },
    makeRoom() {
      rmSync(ballast);
    },
    unmount() {
      succeeds("umount", folder);
    },
  };
}

function fill(folder: string, ballast: string): void {
  const file = openSync(ballast, "w", 0o600);
  const piece = Buffer.alloc(64 * 1024);
  try {
    while (statfsSync(folder).bavail > 0) writeSync(file, piece);
  } catch {
    return; // full
  } finally {
    closeSync(file);
  }
}

function succeeds(command: string, ...words: readonly string[]): boolean {
  return spawnSync(command, words).status === 0;
}
