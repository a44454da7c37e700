import { z } from "zod";
import { runTool } from "#e2e/support/gpg.ts";
import { fileOfJudges } from "./judge-packages.ts";
import type { JudgedSite } from "./judged-site.ts";
import type { Verdict } from "./verdict.ts";

const leastScore = 135;
const scanSchema = z.object({
  scan: z.object({ grade: z.string(), score: z.number(), testsFailed: z.number() }),
  tests: z.record(z.string(), z.object({ pass: z.boolean() })),
});

/** What MDN's HTTP Observatory gives each page. */
export async function askObservatory({ pages, frontOf, authority }: JudgedSite): Promise<readonly Verdict[]> {
  const program = fileOfJudges("@mdn/mdn-http-observatory", "src/scan.js");
  const env = { ...process.env, NODE_OPTIONS: "", NODE_EXTRA_CA_CERTS: authority.authorityFile };
  const verdicts: Verdict[] = [];
  for (const { path, seenBy } of pages) {
    const address = `localhost:${String(frontOf(seenBy).port)}${path}`;
    const { stdout, stderr } = await runTool(process.execPath, [program, address], { env });
    const said = scanSchema.safeParse(jsonOrNull(stdout));
    verdicts.push({
      judge: "Observatory",
      about: path,
      said: said.success ? wordsOf(said.data) : `no scan: ${stdout.toString()}${stderr}`.trim(),
      holds: said.success && said.data.scan.grade === "A+" && said.data.scan.score >= leastScore,
    });
  }
  return verdicts;
}

function wordsOf({ scan, tests }: z.infer<typeof scanSchema>): string {
  const failed = Object.entries(tests).flatMap(([name, { pass }]) => (pass ? [] : [name]));
  return [`${scan.grade} ${String(scan.score)}`, ...failed].join(", ");
}

function jsonOrNull(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
