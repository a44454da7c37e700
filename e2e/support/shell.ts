import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool, type ToolRun } from "./gpg.ts";

/** A terminal of its own: an empty home folder in which the commands that a page shows are run as they stand. */
export interface Terminal {
  readonly folder: string;
  /** Runs lines in bash, one shell for all of a call. Throws what they said where they fail. */
  readonly run: (lines: string, environment?: Readonly<Record<string, string>>) => Promise<string>;
  readonly tryRun: (lines: string, environment?: Readonly<Record<string, string>>) => Promise<ToolRun>;
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
    const script = `cd "$HOME"\nset -eo pipefail\n${lines}\n`;
    return runTool("bash", ["-s"], { input: script, env: { ...env, ...environment } });
  }

  return {
    folder,
    tryRun,
    async run(lines, environment) {
      const { status, stdout, stderr } = await tryRun(lines, environment);
      if (status !== 0) throw new Error(`the shell ended with ${String(status)}: ${stderr}`);
      return stdout.toString();
    },
    async close() {
      await runTool("bash", ["-c", 'for home in "$HOME"/tmp.*/; do gpgconf --homedir "$home" --kill all; done; true'], {
        env,
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
