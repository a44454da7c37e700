import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The judges that come from npm: several hundred packages in all, so that the project's own lockfile is without them. */
const dependencies = {
  "@mdn/mdn-http-observatory": "1.4.8",
  csp_evaluator: "1.1.8",
  "html-validate": "11.21.1",
  lighthouse: "13.5.0",
  "vnu-jar": "26.9.27",
};

export const judgesFolder = path.resolve(import.meta.dirname, "../../var/judges");

/** Installs the judges where they are not there yet; none of their install scripts is run. */
export function installJudges(): void {
  const description = JSON.stringify({ private: true, dependencies }, null, 2);
  const file = path.join(judgesFolder, "package.json");
  const stamp = path.join(judgesFolder, "node_modules", ".installed.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === description) return;

  console.log("Installing the judges …");
  mkdirSync(judgesFolder, { recursive: true });
  writeFileSync(file, description);
  const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  const { status } = spawnSync("npm", words, { cwd: judgesFolder, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error("npm could not install the judges");
  // Of this list, Chromium's own, its install script would fetch a copy; nothing here is on it.
  writeFileSync(fileOfJudges("@mdn/mdn-http-observatory", "conf/hsts-preload.json"), "{}");
  writeFileSync(stamp, description);
}

export function fileOfJudges(name: keyof typeof dependencies, inside: string): string {
  return path.join(judgesFolder, "node_modules", name, inside);
}

export const requireOfJudges = createRequire(path.join(judgesFolder, "package.json"));
