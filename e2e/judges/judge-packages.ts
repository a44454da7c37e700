import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileOfTool, installToolPackages } from "#e2e/support/tool-packages.ts";

/** The judges that come from npm: several hundred packages in all, so that the project's own lockfile is without them. */
const dependencies = {
  "@mdn/mdn-http-observatory": "1.4.8",
  csp_evaluator: "1.1.8",
  "html-validate": "11.21.1",
  lighthouse: "13.5.0",
  "vnu-jar": "26.9.27",
};

export const judgesFolder = path.resolve(import.meta.dirname, "../../var/judges");

const packages = { folder: judgesFolder, dependencies, peers: "own" } as const;

/** Installs the judges where they are not there yet; none of their install scripts is run. */
export function installJudges(): void {
  installToolPackages(packages, () => {
    // Of this list, Chromium's own, its install script would fetch a copy; nothing here is on it.
    writeFileSync(fileOfJudges("@mdn/mdn-http-observatory", "conf/hsts-preload.json"), "{}");
  });
}

export function fileOfJudges(name: keyof typeof dependencies, inside: string): string {
  return fileOfTool(packages, name, inside);
}

export const requireOfJudges = createRequire(path.join(judgesFolder, "package.json"));
