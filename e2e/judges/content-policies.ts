import { request } from "node:https";
import type { IncomingMessage } from "node:http";
import { requireOfJudges } from "./judge-packages.ts";
import type { JudgedSite } from "./judged-site.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

interface Finding {
  readonly directive: string;
  readonly description: string;
}

interface Evaluator {
  readonly CspEvaluator: new (parsed: unknown) => { readonly evaluate: () => readonly Finding[] };
}

interface Parser {
  readonly CspParser: new (policy: string) => { readonly csp: unknown };
}

/** What is no page and has a policy of its own. */
const otherPaths = ["/healthz", "/icon.svg", "/robots.txt", "/api/v1/lists", "/nothing-here"];

/**
 * What Google's evaluator finds in each content security policy that the site sends. That of our script files rules a
 * worker alone, which has no markup and can load its other parts by their address only.
 */
export async function evaluatePolicies(site: JudgedSite): Promise<readonly Verdict[]> {
  const { CspEvaluator } = requireOfJudges("csp_evaluator") as Evaluator;
  const { CspParser } = requireOfJudges("csp_evaluator/dist/parser.js") as Parser;
  return [...(await distinctPolicies(site))].map(([policy, path]) => {
    const findings = new CspEvaluator(new CspParser(policy).csp)
      .evaluate()
      .filter(({ description }) => !(path.startsWith("/_next/") && /'self' can be problematic/.test(description)));
    return verdictOf(
      "csp_evaluator",
      `policy of ${path}`,
      findings.map(({ directive, description }) => `${directive}: ${description}`),
    );
  });
}

/** Each policy once, with the first address that sends it; nonces are all the same. */
async function distinctPolicies({ pages, frontOf, authority }: JudgedSite): Promise<ReadonlyMap<string, string>> {
  const policies = new Map<string, string>();
  const ask = (seenBy: (typeof pages)[number]["seenBy"], path: string) =>
    answerTo(`${frontOf(seenBy).origin}${path}`, authority.authority);
  const home = await ask("anyone", "/");
  const script = /\/_next\/static\/[^"]+\.js/.exec(home.text)?.[0] ?? "/_next/static/none.js";
  const others = [script, ...otherPaths].map((path) => ({ path, seenBy: "anyone" as const }));
  for (const { path, seenBy } of [...pages, ...others]) {
    const { headers } = await ask(seenBy, path);
    const policy = String(headers["content-security-policy"] ?? "").replace(/'nonce-[^']+'/g, "'nonce-bm9uY2Vub25jZQ'");
    if (!policies.has(policy)) policies.set(policy, path);
  }
  return policies;
}

/** An answer as it comes over the wire to who asks without a browser. */
export function answerTo(
  address: string,
  authority: Buffer,
): Promise<{ readonly headers: IncomingMessage["headers"]; readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    request(address, { ca: authority, agent: false }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("error", reject);
      answer.on("end", () => {
        const { headers, statusCode: status = 0 } = answer;
        resolve({ headers, status, text: Buffer.concat(pieces).toString() });
      });
    })
      .on("error", reject)
      .end();
  });
}
