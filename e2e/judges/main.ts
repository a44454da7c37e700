// `npm run judges`: what programs that nobody here wrote say of a demo site behind TLS. Takes some minutes; nothing else
// should run. Names of judges may be given, to ask those alone: `npm run judges -- script markup`.
import { requireTools } from "../../scripts/tools.mjs";
import { evaluatePolicies } from "./content-policies.ts";
import { askFirefox } from "./firefox.ts";
import { installJudges } from "./judge-packages.ts";
import { atJudgedSite, type JudgedSite } from "./judged-site.ts";
import { checkMarkup } from "./markup.ts";
import { askObservatory } from "./observatory.ts";
import { weighScripts } from "./script-weight.ts";
import { runLighthouse } from "./speed.ts";
import { printVerdicts, type Verdict } from "./verdict.ts";
import { runWapiti } from "./wapiti.ts";

interface Judge {
  readonly ask: (site: JudgedSite) => Promise<readonly Verdict[]>;
  /** What it needs that is not in npm. */
  readonly tools?: readonly string[];
  /** Whether it comes from npm, and not with the project's own packages. */
  readonly isInstalled?: true;
}

const judges: Readonly<Record<string, Judge>> = {
  observatory: { ask: askObservatory, isInstalled: true },
  policies: { ask: evaluatePolicies, isInstalled: true },
  markup: { ask: checkMarkup, tools: ["java"], isInstalled: true },
  script: { ask: weighScripts },
  lighthouse: { ask: runLighthouse, isInstalled: true },
  wapiti: { ask: runWapiti, tools: ["wapiti"] },
  firefox: { ask: askFirefox, tools: ["firefox-esr"] },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(judges);
const unknown = names.filter((name) => !(name in judges));
if (unknown.length > 0) throw new Error(`no such judge: ${unknown.join(", ")}`);
const chosen = names.flatMap((name) => judges[name] ?? []);

await requireTools(["openssl", ...chosen.flatMap(({ tools = [] }) => tools)]);
if (chosen.some(({ isInstalled }) => isInstalled)) installJudges();
const verdicts = await atJudgedSite(async (site) => {
  const all: Verdict[] = [];
  for (const { ask } of chosen) {
    const said = await ask(site);
    printVerdicts(said);
    all.push(...said);
  }
  return all;
});
const missed = verdicts.filter(({ holds }) => !holds).length;
console.log(missed === 0 ? "\nEvery bar is held." : `\n${String(missed)} bars are missed.`);
process.exit(missed === 0 ? 0 : 1);
