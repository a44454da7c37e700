import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";

/** The operating system's account that the database server runs as; empty where it is simply our own. */
export type ServerAccount = { readonly uid?: number; readonly gid?: number };

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as the user `postgres`, made where there is none;
 * started by anybody else it runs as them.
 */
export function serverAccount(): ServerAccount {
  if (userInfo().uid !== 0) return {};

  try {
    return accountOf("postgres");
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]);
    return accountOf("postgres");
  }
}

function accountOf(name: string): ServerAccount {
  const numberOf = (option: "-u" | "-g") =>
    Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: "pipe" }));
  return { uid: numberOf("-u"), gid: numberOf("-g") };
}
