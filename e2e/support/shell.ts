import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool, type ToolRun } from "./gpg.ts";

/** A terminal of its own: an empty home folder in which the commands that a page shows are run as they stand. */
export interface Terminal {
  readonly folder: string;
  /** Runs lines in bash, one shell for all of a call. Throws what they said where they fail. */
  readonly run: (lines: string, environment?: Readonly<Record<string, string>>) => Promise<string>;
  readonly tryRun: (lines: string, environment?: Readonly<Record<string, string>>) => Promise<ToolRun>;
  /** What the lines print, byte for byte. */
  readonly bytes: (lines: string) => Promise<Buffer>;
  /** Puts a file into the home folder. */
  readonly write: (name: string, contents: Uint8Array | string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param proxy - The wire, so that what curl sends is kept as well. */
export async function openTerminal(proxy: string, gpgHome?: string): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), "fn-sh-"));
  const env = {
    ...process.env,
    HOME: folder,
    TMPDIR: folder,
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    http_proxy: proxy,
    no_proxy: "",
    ...(gpgHome !== undefined && { GNUPGHOME: gpgHome }),
  };

  function tryRun(lines: string, environment: Readonly<Record<string, string>> = {}) {
    // As a script of its own: what the commands read from their standard input is not the script.
    return runTool("bash", ["-c", `cd "$HOME"\nset -eo pipefail\n${lines}\n`], { env: { ...env, ...environment } });
  }

  async function bytes(lines: string, environment?: Readonly<Record<string, string>>) {
    const { status, stdout, stderr } = await tryRun(lines, environment);
    if (status !== 0) throw new Error(`the shell ended with ${String(status)}: ${stderr}`);
    return stdout;
  }

  return {
    folder,
    tryRun,
    bytes,
    run: async (lines, environment) => (await bytes(lines, environment)).toString(),
    write: (name, contents) => writeFile(join(folder, name), contents),
    async close() {
      await runTool("bash", ["-c", 'for home in "$HOME"/tmp.*/; do gpgconf --homedir "$home" --kill all; done; true'], {
        env,
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
