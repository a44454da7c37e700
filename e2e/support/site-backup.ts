import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";

const run = promisify(execFile);

/** What `npm run backup` writes of a site that runs: each file's name with its bytes, unpacked. */
export async function backUpSite(siteFolder: string): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(path.join(tmpdir(), "fortnight-e2e-backup-"));
  const backup = path.join(folder, "backup");
  try {
    await run("npm", ["run", "--silent", "backup", "--", backup], {
      env: { ...process.env, FORTNIGHT_VAR: siteFolder, DATABASE_URL: "", NODE_OPTIONS: "" },
    });
    return new Map(
      readdirSync(backup).map((name) => {
        const bytes = readFileSync(path.join(backup, name));
        return [name, name.endsWith(".gz") ? gunzipSync(bytes) : bytes];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
