// `npm run secrets`: looks for keys, tokens and passwords in every file that git keeps, with secretlint's recommended rules.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { lintSource } from "@secretlint/core";
import * as recommended from "@secretlint/secretlint-rule-preset-recommend";
import { continueOnPinnedNode, projectFolder } from "./pinned-node.mjs";

continueOnPinnedNode(import.meta.url);

const config = { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: recommended.creator }] };
const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: projectFolder,
  encoding: "utf8",
});
if (listed.status !== 0) {
  console.log("No git here: the files to look at are not known.");
  process.exit(0);
}

let found = 0;
for (const name of new Set(listed.stdout.split("\0"))) {
  const file = path.join(projectFolder, name);
  if (name === "" || !existsSync(file)) continue;
  const bytes = readFileSync(file);
  if (bytes.includes(0)) continue;
  const source = { filePath: file, content: bytes.toString(), contentType: "text", ext: path.extname(file) };
  const { messages } = await lintSource({ source, options: { config, maskSecrets: true } });
  for (const { ruleId, loc } of messages) console.log(`${name}:${loc.start.line}: ${ruleId}`); // not what it is
  found += messages.length;
}
process.exitCode = found === 0 ? 0 : 1;
