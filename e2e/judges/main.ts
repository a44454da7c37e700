// `npm run judges`: what programs that nobody here wrote say of a demo site behind TLS. Takes some minutes; nothing else
// should run. Names of judges may be given, to ask those alone: `npm run judges -- script markup`.
import { requireTools } from "../../scripts/tools.mjs";
import { evaluatePolicies } from "./content-policies.ts";
import { installJudges } from "./judge-packages.ts";
import { atJudgedSite, type JudgedSite } from "./judged-site.ts";
import { checkMarkup } from "./markup.ts";
import { askObservatory } from "./observatory.ts";
import { weighScripts } from "./script-weight.ts";
import { runLighthouse } from "./speed.ts";
import { printVerdicts, type Verdict } from "./verdict.ts";
import { runWapiti } from "./wapiti.ts";

const judges: Readonly<Record<string, (site: JudgedSite) => Promise<readonly Verdict[]>>> = {
  observatory: askObservatory,
  policies: evaluatePolicies,
  markup: checkMarkup,
  script: weighScripts,
  lighthouse: runLighthouse,
  wapiti: runWapiti,
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(judges);
const unknown = chosen.filter((name) => !(name in judges));
if (unknown.length > 0) throw new Error(`no such judge: ${unknown.join(", ")}`);

await requireTools(["java", "openssl", "wapiti"]);
installJudges();
const verdicts = await atJudgedSite(async (site) => {
  const all: Verdict[] = [];
  for (const name of chosen) {
    const said = (await judges[name]?.(site)) ?? [];
    printVerdicts(said);
    all.push(...said);
  }
  return all;
});
const missed = verdicts.filter(({ holds }) => !holds).length;
console.log(missed === 0 ? "\nEvery bar is held." : `\n${String(missed)} bars are missed.`);
process.exit(missed === 0 ? 0 : 1);
