import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { firstFreePort } from "./free-port.ts";
import { serverAccount, type ServerAccount } from "./server-account.ts";
import { serverFolder } from "./server-folder.ts";
import { serverPrograms, type ServerPrograms } from "./server-programs.ts";

/** The port on the loopback interface and the passwords of the two roles. Kept in a file that only its owner reads. */
export type Access = { readonly port: number; readonly adminPassword: string; readonly password: string };

/** A database server's files, made and ready to be served. */
export type Cluster = {
  readonly folder: string;
  readonly filesFolder: string;
  readonly account: ServerAccount;
  readonly programs: ServerPrograms;
};

/** The cluster in `wantedFolder`, or where the server's account can reach it; made on the first call. */
export async function prepareCluster(wantedFolder: string): Promise<Cluster> {
  const account = serverAccount();
  const folder = serverFolder(wantedFolder, account);
  const programs = serverPrograms(account, folder);
  const cluster = { folder, filesFolder: path.join(folder, "cluster"), account, programs };

  if (!existsSync(cluster.filesFolder)) {
    const access = { port: await firstFreePort(), adminPassword: newPassword(), password: newPassword() };
    changeAccess(cluster, access);
    makeFiles(cluster, access.adminPassword);
  }
  return cluster;
}

export function accessTo(cluster: Cluster): Access {
  return JSON.parse(readFileSync(path.join(cluster.folder, "access.json"), "utf8")) as Access;
}

export function changeAccess(cluster: Cluster, access: Access): void {
  const file = path.join(cluster.folder, "access.json");
  writeFileSync(`${file}.unfinished`, JSON.stringify(access), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

/** All that the server gets to know of our environment; secrets are in it. */
export const serverEnvironment: NodeJS.ProcessEnv = { LC_ALL: "C", NODE_ENV: "production" };

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

/** Makes the files beside their place, and moves them there once they are complete. */
function makeFiles(cluster: Cluster, adminPassword: string): void {
  const unfinished = `${cluster.filesFolder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  give(cluster.account, unfinished);

  const passwordFolder = mkdtempSync(path.join(tmpdir(), "fortnight-"));
  const passwordFile = path.join(passwordFolder, "password");
  writeFileSync(passwordFile, `${adminPassword}\n`, { mode: 0o600 });
  give(cluster.account, passwordFolder);
  give(cluster.account, passwordFile);
  try {
    initialise(cluster, unfinished, passwordFile);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
  renameSync(unfinished, cluster.filesFolder);
}

function initialise({ programs, account }: Cluster, folder: string, passwordFile: string): void {
  const identity = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  // The builtin locale sorts alike on every system and version.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const run = spawnSync(programs.initdb, [`--pgdata=${folder}`, ...identity, ...locale], {
    ...account,
    cwd: folder,
    env: serverEnvironment,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`the database could not be made: ${run.stderr}`);
}

function give(account: ServerAccount, file: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
}
