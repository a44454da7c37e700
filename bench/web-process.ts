import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { firstFreePort } from "#lib/db/free-port.ts";

/** A web process of the built site, or of something that stands beside it. */
export interface WebProcess {
  readonly origin: string;
  /** Keeps connections to it. */
  readonly agent: Agent;
  readonly stop: () => Promise<void>;
}

/** Signs the sessions of what is measured; a bench keeps nothing that is worth a better one. */
export const benchSecret = "of a bench, which keeps no secret at all";

/** @param main - A file, from the project's folder. */
export async function startWebProcess(main: string, databaseUrl: string): Promise<WebProcess> {
  const port = await firstFreePort();
  const origin = `http://localhost:${String(port)}`;
  const folder = mkdtempSync(path.join(tmpdir(), "fortnight-bench-web-"));
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, "..", main)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_OPTIONS: "",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: databaseUrl,
      FORTNIGHT_ORIGIN: origin,
      FORTNIGHT_SECRET: benchSecret,
      FORTNIGHT_VAR: folder,
      NEXTAUTH_URL: origin,
      PORT: String(port),
    },
  });
  const ended = once(child, "exit");
  const word = await Promise.race([once(child, "message"), ended]);
  if (child.exitCode !== null) throw new Error(`${main} ended by itself: ${String(word[0])}`);
  const agent = new Agent({ keepAlive: true });
  return {
    origin,
    agent,
    async stop() {
      agent.destroy();
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
