import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import process from "node:process";

/** What is not in npm and tests use for real: programs by name, files by path, and the Debian packages that hold them. */
const tools = [
  { name: "gpg", debianPackage: "gnupg" },
  { name: "sq", debianPackage: "sq" },
  { name: "python3", debianPackage: "python3" },
  { name: "chromium", debianPackage: "chromium" },
  { name: "/usr/share/keyrings/debian-keyring.gpg", debianPackage: "debian-keyring" },
  { name: "/usr/share/keyrings/debian-archive-keyring.gpg", debianPackage: "debian-archive-keyring" },
];

/** What single commands need besides. */
const moreTools = [
  { name: "firefox-esr", debianPackage: "firefox-esr" },
  { name: "java", debianPackage: "default-jre-headless" },
  { name: "openssl", debianPackage: "openssl" },
  { name: "wapiti", debianPackage: "wapiti" },
];

const aptGetProgram = "/usr/bin/apt-get";

/**
 * Sees to it that the tests' tools are there, and those of `moreTools` that are named: installs them where it may, or
 * ends with a sentence that names them.
 */
export async function requireTools(names = []) {
  const needed = [...tools, ...moreTools.filter(({ name }) => names.includes(name))];
  const missing = await missingTools(needed);
  if (missing.length === 0) return;

  const packages = missing.map(({ debianPackage }) => debianPackage);
  if (process.getuid?.() === 0 && existsSync(aptGetProgram)) {
    console.log(`Installing ${packages.join(", ")} …`);
    aptGet("update", "-q");
    aptGet("install", "-q", "-y", "--no-install-recommends", ...packages);
  }
  const stillMissing = await missingTools(needed);
  if (stillMissing.length === 0) return;
  const absent = stillMissing.map(({ name }) => name).join(", ");
  console.error(
    `The tests need ${absent}. Install them and run again; on Debian: apt-get install ${packages.join(" ")}`,
  );
  process.exit(1);
}

async function missingTools(needed) {
  const missing = needed.filter(({ name }) => !isThere(name));
  return (await hasPlaywrightBrowser()) ? missing.filter(({ name }) => name !== "chromium") : missing;
}

/** Whether Playwright has downloaded a Chromium of its own. */
async function hasPlaywrightBrowser() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

function isThere(name) {
  if (isAbsolute(name)) return existsSync(name);
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));
}

function aptGet(...words) {
  spawnSync(aptGetProgram, words, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
