import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Tools of npm that one command alone needs, by their exact versions, in a folder of their own below `var`. */
export interface ToolPackages {
  readonly folder: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** What they expect beside themselves: copies of their own, or the project's, which they find further up. */
  readonly peers: "own" | "project's";
}

/** Installs what is not there yet, without running install scripts; `finish` is done once afterwards. */
export function installToolPackages(
  { folder, dependencies, peers }: ToolPackages,
  finish: () => void = () => undefined,
): void {
  const description = JSON.stringify({ private: true, dependencies }, null, 2);
  const stamp = path.join(folder, "node_modules", ".installed.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === description) return;

  console.log(`Installing ${Object.keys(dependencies).join(", ")} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), description);
  const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  if (peers === "project's") words.push("--omit=peer");
  const { status } = spawnSync("npm", words, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error("npm could not install the packages");
  finish();
  writeFileSync(stamp, description);
}

export function fileOfTool({ folder }: ToolPackages, name: string, inside: string): string {
  return path.join(folder, "node_modules", name, inside);
}
