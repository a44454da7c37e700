import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { runTool } from "#e2e/support/gpg.ts";
import { answerTo } from "./content-policies.ts";
import { fileOfJudges } from "./judge-packages.ts";
import type { JudgedPage } from "./judged-pages.ts";
import type { JudgedSite } from "./judged-site.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** Tables that are laid out as blocks on narrow screens say with roles what browsers then forget that they are. */
const explained = /^The “role” attribute must not be used on a “t[rhd]” element which has a “table” ancestor/;

interface Saved {
  readonly page: JudgedPage;
  readonly file: string;
}

type Complaints = ReadonlyMap<string, readonly string[]>;

const checkerSchema = z.object({
  messages: z.array(z.object({ url: z.string(), message: z.string(), extract: z.string().default("") })),
});
const validateSchema = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(z.object({ ruleId: z.string(), message: z.string(), line: z.number() })),
  }),
);

/** What the Nu HTML checker and html-validate say of the HTML that each page is served as. */
export async function checkMarkup(site: JudgedSite): Promise<readonly Verdict[]> {
  const saved = await savePages(site);
  const judges: readonly (readonly [string, Complaints])[] = [
    ["Nu HTML checker", await nuComplaints(saved)],
    ["html-validate", await validateComplaints(saved, site.folder)],
  ];
  return judges.flatMap(([judge, complaints]) =>
    saved.map(({ page, file }) => verdictOf(judge, page.path, complaints.get(file) ?? [])),
  );
}

async function savePages({ pages, frontOf, authority, folder }: JudgedSite): Promise<readonly Saved[]> {
  mkdirSync(path.join(folder, "pages"));
  const saved: Saved[] = [];
  for (const [index, page] of pages.entries()) {
    const { status, text } = await answerTo(`${frontOf(page.seenBy).origin}${page.path}`, authority.authority);
    if (status !== 200) throw new Error(`${page.path} is answered ${String(status)}`);
    const file = path.join(folder, "pages", `${String(index)}.html`);
    writeFileSync(file, text);
    saved.push({ page, file });
  }
  return saved;
}

async function nuComplaints(saved: readonly Saved[]): Promise<Complaints> {
  const jar = fileOfJudges("vnu-jar", "build/dist/vnu.jar");
  const words = ["-jar", jar, "--errors-only", "--format", "json", ...saved.map(({ file }) => file)];
  const { messages } = checkerSchema.parse(JSON.parse((await runTool("java", words)).stderr));
  const told = messages.filter(({ message }) => !explained.test(message));
  return byFile(told.map(({ url, message, extract }) => [url.replace(/^file:/, ""), `${message} ${extract}`]));
}

async function validateComplaints(saved: readonly Saved[], folder: string): Promise<Complaints> {
  const program = fileOfJudges("html-validate", "bin/html-validate.mjs");
  // Into a file: it ends before all of it has gone into a pipe.
  const output = path.join(folder, "html-validate.json");
  const files = saved.map(({ file }) => file);
  const words = [program, "--preset", "standard", "--formatter", `json=${output}`, ...files];
  await runTool(process.execPath, words, { env: { ...process.env, NODE_OPTIONS: "" } });
  return byFile(
    validateSchema
      .parse(JSON.parse(readFileSync(output, "utf8")))
      .flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId, message, line }) => [filePath, `${ruleId}, line ${String(line)}: ${message}`] as const),
      ),
  );
}

function byFile(complaints: readonly (readonly [file: string, complaint: string])[]): Complaints {
  const all = new Map<string, string[]>();
  for (const [file, complaint] of complaints) all.set(file, [...(all.get(file) ?? []), complaint]);
  return all;
}
