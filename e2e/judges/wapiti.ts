import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { runTool } from "#e2e/support/gpg.ts";
import type { JudgedSite } from "./judged-site.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

const modules =
  "csp,http_headers,cookieflags,xss,permanentxss,sql,blindsql,exec,file,redirect,ssrf,crlf,xxe,methods,csrf,backup";

/** What it always says of this site, each explained in docs/threat-model.md. */
const explained = [/CSRF/i, /^HTTP Secure Headers: X-XSS-Protection/i];

const scanSeconds = "90";
/** For each of its modules. */
const attackSeconds = "20";
const findings = z.record(z.string(), z.array(z.object({ info: z.string(), path: z.string() })));
const reportSchema = z.object({ vulnerabilities: findings, anomalies: findings });

/** What wapiti finds, signed out and signed in. */
export async function runWapiti({ folder, frontOf }: JudgedSite): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [viewer, start] of [
    ["anyone", "/"],
    ["Felix", "/reports"],
    ["Ada", "/coordination"],
  ] as const) {
    const output = path.join(folder, `wapiti-${viewer}.json`);
    const { status, stderr, stdout } = await runTool("wapiti", [
      ...["-u", `${frontOf(viewer).origin}${start}`, "--scope", "domain", "-m", modules, "--verify-ssl", "0"],
      ...["-f", "json", "-o", output, "--store-session", path.join(folder, "wapiti"), "--flush-session"],
      ...["--max-scan-time", scanSeconds, "--max-attack-time", attackSeconds],
    ]);
    if (status !== 0) throw new Error(`wapiti ended with ${String(status)}: ${stdout.toString()}${stderr}`);
    const found = foundIn(reportSchema.parse(JSON.parse(readFileSync(output, "utf8"))));
    const unexplained = found.filter((finding) => !explained.some((pattern) => pattern.test(finding)));
    const verdict = verdictOf("wapiti", `as ${viewer}`, unexplained);
    const said = verdict.holds ? `nothing of injection, ${String(found.length)} explained` : verdict.said;
    verdicts.push({ ...verdict, said });
  }
  return verdicts;
}

function foundIn({ vulnerabilities, anomalies }: z.infer<typeof reportSchema>): readonly string[] {
  return [vulnerabilities, anomalies].flatMap((kinds) =>
    Object.entries(kinds).flatMap(([kind, ofKind]) =>
      ofKind.map(({ info, path: where }) => `${kind}: ${info} (${where})`),
    ),
  );
}
