import { z } from "zod";
import { runTool } from "#e2e/support/gpg.ts";
import { fileOfJudges } from "./judge-packages.ts";
import { chromiumFlags, type JudgedSite } from "./judged-site.ts";
import type { Verdict } from "./verdict.ts";

const runsAPage = 5;
const leastScores = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
type Category = keyof typeof leastScores;
const categories = Object.keys(leastScores) as readonly Category[];

/** An address that is in no index by design: a link of it is sent to one person. */
const unlisted = ["/enrol"];

const category = z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string() })) });
const reportSchema = z.object({
  categories: z.object({ performance: category, accessibility: category, "best-practices": category, seo: category }),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), displayValue: z.string().optional() })),
});
type Report = z.infer<typeof reportSchema>;

/** Lighthouse's scores for each page that anybody may see, on its slow telephone; the median of several runs. */
export async function runLighthouse({ pages, frontOf }: JudgedSite): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { path } of pages.filter(({ path, seenBy }) => seenBy === "anyone" && !unlisted.includes(path))) {
    const reports: Report[] = [];
    for (let run = 0; run < runsAPage; run += 1) reports.push(await lighthouse(`${frontOf("anyone").origin}${path}`));
    const scores = categories.map((name) => [name, median(reports.map((report) => scoreOf(report, name)))] as const);
    const missed = scores.filter(([name, score]) => score < leastScores[name]);
    verdicts.push({
      judge: "Lighthouse",
      about: path,
      said: [
        scores.map(([, score]) => String(score)).join(" / "),
        ...missed.flatMap(([name]) => (name === "performance" ? [timesOf(reports)] : failedAudits(reports, name))),
      ].join(", "),
      holds: missed.length === 0,
    });
  }
  return verdicts;
}

async function lighthouse(address: string): Promise<Report> {
  const flags = ["--headless=new", "--ignore-certificate-errors", ...chromiumFlags].join(" ");
  const words = [address, `--chrome-flags=${flags}`, "--output=json", "--quiet"];
  const env = { ...process.env, NODE_OPTIONS: "", CHROME_PATH: "/usr/bin/chromium" };
  const program = fileOfJudges("lighthouse", "cli/index.js");
  const { status, stdout, stderr } = await runTool(process.execPath, [program, ...words], { env });
  if (status !== 0) throw new Error(`lighthouse did not look at ${address}: ${stderr}`);
  return reportSchema.parse(JSON.parse(stdout.toString()));
}

function scoreOf({ categories: scored }: Report, name: Category): number {
  return Math.round((scored[name].score ?? 0) * 100);
}

function failedAudits([report]: readonly Report[], name: Category): readonly string[] {
  const ids = report?.categories[name].auditRefs.map(({ id }) => id) ?? [];
  return ids.filter((id) => (report?.audits[id]?.score ?? 1) < 1);
}

function timesOf([report]: readonly Report[]): string {
  const shown = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ];
  return shown.map((id) => `${id} ${report?.audits[id]?.displayValue ?? ""}`).join(", ");
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
}
